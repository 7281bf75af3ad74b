/** 届出の状態. */
export const filingStatuses = {
  received: "受付",
  "awaiting-correction": "補正待ち",
  accepted: "受理",
  examined: "審査済",
  "awaiting-transmittal": "進達待ち",
  transmitted: "進達済",
  approved: "承認",
  rejected: "却下",
  returned: "返戻",
  amended: "訂正",
  closed: "完了",
  withdrawn: "取下げ",
} as const satisfies Record<string, string>;

export type FilingStatus = keyof typeof filingStatuses;

interface Transition {
  readonly title: string;
  /** `staff` ask for it, as the policies let them; `workflow` steps are taken by 進達 and by the results of 日本年金機構 only. */
  readonly by: "staff" | "workflow";
  readonly from: readonly FilingStatus[];
  /** Where it may lead: what is decided on the way (a fault found again) chooses among them. */
  readonly to: readonly FilingStatus[];
}

export const transitions = {
  accept: { title: "受理", by: "staff", from: ["received"], to: ["accepted", "awaiting-correction"] },
  "return-for-correction": {
    title: "補正依頼",
    by: "staff",
    from: ["received", "accepted", "examined"],
    to: ["awaiting-correction"],
  },
  correct: {
    title: "補正",
    by: "staff",
    from: ["awaiting-correction", "returned"],
    to: ["accepted", "awaiting-correction"],
  },
  examine: { title: "審査", by: "staff", from: ["accepted"], to: ["examined"] },
  withdraw: {
    title: "取下げ",
    by: "staff",
    from: ["received", "awaiting-correction", "accepted", "examined", "returned"],
    to: ["withdrawn"],
  },
  collect: { title: "進達へ", by: "workflow", from: ["examined"], to: ["awaiting-transmittal"] },
  release: { title: "進達", by: "workflow", from: ["awaiting-transmittal"], to: ["transmitted"] },
  "put-back": { title: "進達から戻す", by: "workflow", from: ["awaiting-transmittal"], to: ["examined"] },
  approve: { title: "承認", by: "workflow", from: ["transmitted"], to: ["approved"] },
  reject: { title: "却下", by: "workflow", from: ["transmitted"], to: ["rejected"] },
  return: { title: "返戻", by: "workflow", from: ["transmitted"], to: ["returned"] },
  amend: { title: "訂正", by: "workflow", from: ["transmitted"], to: ["amended"] },
  /** From 審査済 only what is not reported to 日本年金機構. */
  close: { title: "完了", by: "staff", from: ["examined", "approved", "rejected", "amended"], to: ["closed"] },
} as const satisfies Record<string, Transition>;

export type TransitionName = keyof typeof transitions;

const table: Record<TransitionName, Transition> = transitions;

/** Transitions a member of staff asks for; the rest belong to the workflow. */
export type FilingAction = {
  [Name in TransitionName]: (typeof transitions)[Name]["by"] extends "workflow" ? never : Name;
}[TransitionName];

export const filingActions = (Object.keys(transitions) as TransitionName[]).filter(
  (name): name is FilingAction => table[name].by !== "workflow",
);

/** True when `name` may be taken from `from` and end in `to`. */
export const isTransition = (name: TransitionName, from: FilingStatus, to: FilingStatus): boolean =>
  table[name].from.includes(from) && table[name].to.includes(to);

export const mayTake = (name: TransitionName, from: FilingStatus): boolean => table[name].from.includes(from);

const final: readonly FilingStatus[] = ["closed", "withdrawn"];

/** Faults of the table itself: a status nobody reaches, or one nobody can leave. */
export const statusTableFaults = (rows: Record<string, Transition> = table): string[] => {
  const edges = Object.values(rows);
  return (Object.keys(filingStatuses) as FilingStatus[]).flatMap((status) => [
    ...(status !== "received" && !edges.some((edge) => edge.to.includes(status)) ? [`${status} is never reached`] : []),
    ...(!final.includes(status) && !edges.some((edge) => edge.from.includes(status))
      ? [`${status} has no way out`]
      : []),
    ...(final.includes(status) && edges.some((edge) => edge.from.includes(status)) ? [`${status} is not final`] : []),
  ]);
};

const faults = statusTableFaults();
if (faults.length > 0) throw new Error(`filing status table: ${faults.join(", ")}`);
