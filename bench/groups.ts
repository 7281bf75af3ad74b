import type { Figure } from "./figure.ts";

export type Measure = () => Promise<readonly Figure[]>;

/** What `npm run bench` measures, in this order; each group in a process of its own, so that none warms or burdens another. */
export const groups = {
  bundles: async () => (await import("./figures/bundles.ts")).bundles,
  cold: async () => (await import("./figures/cold.ts")).cold,
  warm: async () => (await import("./figures/warm.ts")).warm,
  "own-cpu": async () => (await import("./figures/own-cpu.ts")).ownCpu,
  rules: async () => (await import("./figures/rules.ts")).rules,
  "weekly-batch": async () => (await import("./figures/weekly-batch.ts")).weeklyBatch,
  "income-batch": async () => (await import("./figures/income-batch.ts")).incomeBatch,
  media: async () => (await import("./figures/media.ts")).media,
  pdf: async () => (await import("./figures/pdf.ts")).pdf,
  policies: async () => (await import("./figures/policies.ts")).policies,
  trail: async () => (await import("./figures/trail.ts")).trail,
  audit: async () => (await import("./figures/audit.ts")).audit,
  erasure: async () => (await import("./figures/erasure.ts")).erasure,
} as const satisfies Record<string, () => Promise<Measure>>;

export type GroupName = keyof typeof groups;

export const groupNames = Object.keys(groups) as GroupName[];

export const isGroup = (name: string | undefined): name is GroupName =>
  name !== undefined && Object.hasOwn(groups, name);
