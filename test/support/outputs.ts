import { parse } from "csv-parse/sync";
import { auditEntry } from "../../shared/audit/entry.ts";
import { memoryDatabase } from "../../shared/stores/memory-database.ts";
import { openOffice } from "./office.ts";

type Office = Pick<ReturnType<typeof openOffice>, "ask" | "tendOutputs">;

/** An office whose stores can be looked into, and its trail. */
export const openOutputOffice = (over: Pick<NonNullable<Parameters<typeof openOffice>[0]>, "now"> = {}) => {
  const database = memoryDatabase();
  const office = openOffice({ ...over, database });
  const entries = () => database.dump("audit").map(({ entry }) => auditEntry.parse(JSON.parse(String(entry))));
  return { ...office, database, entries };
};

export const examiner = { as: "examiner-1", roles: ["examiner"] } as const;
export const otherExaminer = { as: "examiner-2", roles: ["examiner"] } as const;
export const manager = { as: "manager-1", roles: ["manager"] } as const;
export const otherManager = { as: "manager-2", roles: ["manager"] } as const;
export const auditor = { as: "auditor-1", roles: ["auditor"] } as const;

/** Of those who share one month of birth, as the people of test/support/income-outputs.ts do. */
export const bornIn1990 = { item: "addressee.birthDate", op: "between", value: ["1990-04-01", "1990-04-30"] } as const;

export const extractOf = (spec: object = {}, over: object = {}) => ({
  kind: "extract",
  spec: {
    columns: ["addressee.addressee", "addressee.name", "insured.insuredCategory"],
    conditions: [bornIn1990],
    asOf: "2026-11-23",
    ...spec,
  },
  purpose: "record-check",
  reason: "記録の点検のため",
  ...over,
});

export const listOf = (over: object = {}) => ({
  kind: "list",
  spec: { name: "register", from: "2026-11-01", to: "2026-11-30" },
  purpose: "progress",
  reason: "月次の確認",
  ...over,
});

export const trailOf = (spec: object = {}, over: object = {}) => ({
  kind: "trail",
  spec: { from: "2026-11-22", to: "2026-11-22", ...spec },
  purpose: "audit",
  reason: "定期の監査",
  ...over,
});

/** Asks for an output. @throws when it is refused. */
export const requested = async (office: Office, body: object, by: object = examiner): Promise<string> => {
  const answer = await office.ask("POST", "/v1/outputs", { ...by, body });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer));
  return `/v1/outputs/${answer.body.outputId}`;
};

export const decide = (office: Office, path: string, body: object = { decision: "approve" }, by: object = manager) =>
  office.ask("POST", `${path}/decision`, { ...by, body });

export const take = (office: Office, path: string, part = 1, by: object = examiner) =>
  office.ask("POST", `${path}/parts/${part}`, by);

/** Asks, has it approved and made, and takes every file of it. */
export const putOut = async (
  office: Office,
  body: object,
  { names = [], by = examiner }: { readonly names?: readonly string[]; readonly by?: object } = {},
): Promise<Buffer[]> => {
  const path = await requested(office, body, by);
  const decided = await decide(office, path, { decision: "approve", names });
  if (decided.status === 202) await office.tendOutputs();
  const { body: output } = await office.ask("GET", path, by);
  if (output.state !== "ready") throw new Error(JSON.stringify([decided, output]));
  const files: Buffer[] = [];
  for (let part = 1; part <= output.parts; part += 1) {
    const taken = await take(office, path, part, by);
    if (taken.status !== 200) throw new Error(JSON.stringify(taken));
    files.push(Buffer.from(taken.body.contentBase64, "base64"));
  }
  return files;
};

/** Rows of a CSV file under their headings; formulas that were disarmed stay as the file has them. */
export const csvRows = (file: Uint8Array): Record<string, string>[] =>
  parse(Buffer.from(file), { bom: true, columns: true });
