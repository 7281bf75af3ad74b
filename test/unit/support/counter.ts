import type { ResultRecord } from "../../../shared/documents/result-record.ts";
import { composeResults } from "../../../shared/documents/results-composer.ts";
import type { Role } from "../../../shared/domain/roles.ts";
import type { FlowId } from "../../../shared/flows/catalogue.ts";
import { plainDate } from "../../../shared/law/calendar.ts";
import { memoryDatabase } from "../../../shared/stores/memory-database.ts";
import { tableNames } from "../../../shared/stores/tables.ts";
import { openOffice } from "../../support/office.ts";

/** The office over a store that can be looked into, and what people at its desks do in a day. */
export const openCounter = () => {
  const database = memoryDatabase();
  const office = openOffice({ database });
  let keys = 0;

  const file = (flow: FlowId, body: unknown, as = "clerk-1") => {
    keys += 1;
    return office.ask("POST", `/v1/filings/${flow}`, { key: `counter-${String(keys).padStart(6, "0")}`, body, as });
  };

  const act = (filingId: string, body: object, as = "clerk-1", roles: readonly Role[] = ["clerk"]) =>
    office.ask("POST", `/v1/filings/${filingId}/actions`, { as, roles, body });

  const examine = (filingId: string) => act(filingId, { action: "examine" }, "examiner-1", ["examiner"]);

  /** 審査済 filings leave with an approved run. */
  const send = async (): Promise<string> => {
    const { runId } = await office.drive();
    await office.ask("POST", `/v1/transmittals/${runId}/decision`, {
      as: "manager-1",
      roles: ["manager"],
      body: { decision: "approve" },
    });
    await office.step({ step: "release", runId });
    return runId;
  };

  const importFile = (bytes: Uint8Array) =>
    office.ask("POST", "/v1/results", {
      as: "examiner-1",
      roles: ["examiner"],
      body: { contentBase64: Buffer.from(bytes).toString("base64") },
    });

  const ledger = async (atenaNumber: string) =>
    (await office.ask("GET", `/v1/people/${atenaNumber}/ledger`, { purpose: "filing" })).body;

  const statusOf = async (filingId: string): Promise<string> =>
    (await office.ask("GET", `/v1/filings/${filingId}`)).body.status;

  /** Everything stored but the access trail. */
  const stored = () =>
    structuredClone(
      Object.fromEntries(tableNames.filter((table) => table !== "audit").map((table) => [table, database.dump(table)])),
    );

  /** The access trail, oldest first. */
  /** Whatever lies in any store but the trail. */
  const storedItems = () => Object.values(stored()).flat();
  const trail = () => database.dump("audit").map((item) => JSON.parse(String(item.entry)));

  const queued = () => database.dump("transmittals").filter((item) => item.pk === "QUEUE");

  return {
    ...office,
    database,
    file,
    act,
    examine,
    send,
    importFile,
    ledger,
    statusOf,
    stored,
    storedItems,
    trail,
    queued,
  };
};

export const resultsFile = (records: readonly Partial<Omit<ResultRecord, "line">>[], wardCode = "13110") =>
  composeResults(
    records.map((record) => ({
      basicPensionNumber: "",
      form: "A01",
      result: "approved" as const,
      processedOn: plainDate("2026-11-30"),
      ...record,
    })),
    { wardCode, runId: "T20261130-000001", createdOn: plainDate("2026-11-30") },
  );
