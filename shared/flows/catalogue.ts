/** Every 届出 the system takes. A new one is its file and a line here. */
export const flows = {
  acquisition: { title: "資格取得届", family: "qualification" },
  "change-from-category-2": { title: "種別変更届(第2号から第1号)", family: "qualification" },
  "change-from-category-3": { title: "種別変更届(第3号から第1号)", family: "qualification" },
  loss: { title: "資格喪失届", family: "qualification" },
} as const;

export type FlowId = keyof typeof flows;
