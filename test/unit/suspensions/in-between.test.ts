import { describe, expect, it } from "vitest";
import type { Database } from "../../../shared/stores/database.ts";
import { memoryDatabase } from "../../../shared/stores/memory-database.ts";
import { incomeOf, modelOf, putIncome, putOnFile } from "../../support/income-outputs.ts";
import { openOffice } from "../../support/office.ts";
import { csvRows, decide, examiner, extractOf, manager, otherManager, requested, take } from "../../support/outputs.ts";
import { suspensionClaim } from "../../support/requests.ts";

/** An office in which something happens just before the first transaction that writes to `table` beside the trail. */
const opened = async () => {
  const memory = memoryDatabase();
  const between: { before?: (writes: Parameters<Database["transact"]>[0]) => boolean; happens?: () => Promise<void> } =
    {};
  const database: Database = {
    ...memory,
    transact: async (writes) => {
      const { happens } = between;
      if (happens && between.before?.(writes)) {
        delete between.happens;
        await happens();
      }
      return memory.transact(writes);
    },
  };
  const office = openOffice({ database });
  const [zero] = [await putOnFile(office, 0), await putOnFile(office, 1)];
  const requestId = await suspensionClaim(office, zero);
  const suspend = async () => {
    const { status } = await office.ask("POST", "/v1/suspensions", {
      ...manager,
      body: {
        requestId,
        atenaNumber: zero,
        scopes: ["use", "provision"],
        until: null,
        documentNumber: "8目国発第12号",
      },
    });
    expect(status).toBe(201);
  };
  /** The next transaction that writes there is preceded by the placing of a 利用停止. */
  const suspendBefore = (table: string, action: string) => {
    between.happens = suspend;
    between.before = (writes) =>
      writes.some((write) => write.table === table && write.kind !== "check") &&
      writes.some((write) => "item" in write && String(write.item.entry ?? "").includes(action));
  };
  return { office, zero, suspendBefore, waiting: () => between.happens !== undefined };
};

const names = (base64: string) => csvRows(Buffer.from(base64, "base64")).map(({ 氏名 }) => 氏名);

describe("読んでから書くまでの間に利用停止がかかっても", () => {
  it("移転先には渡さない", async () => {
    const { office, zero, suspendBefore, waiting } = await opened();
    suspendBefore("audit", '"action":"provideItems"');
    const answer = await office.ask("GET", `/v1/provisions/${zero}`, {
      as: "national-health-insurance",
      roles: ["system"],
      system: "national-health-insurance",
    });
    expect(waiting()).toBe(false);
    expect(answer).toMatchObject({ status: 409, body: { code: "provision-suspended" } });
  });

  it("その回に作ったファイルは数えず、その人を除いて作り直す", async () => {
    const { office, suspendBefore, waiting } = await opened();
    const path = await requested(office, extractOf());
    suspendBefore("outputs", '"ready"');
    await decide(office, path);
    expect(waiting()).toBe(false);
    const taken = await take(office, path);
    expect(taken.status).toBe(200);
    expect(names(taken.body.contentBase64)).toEqual([modelOf(1).name]);
  });

  it("作り終えたファイルは受け取れない", async () => {
    const { office, suspendBefore, waiting } = await opened();
    const path = await requested(office, extractOf());
    await decide(office, path);
    suspendBefore("outputs", '"taken"');
    const taken = await take(office, path, 1, examiner);
    expect(waiting()).toBe(false);
    expect(taken).toMatchObject({ status: 409, body: { code: "output-outdated" } });
  });

  it("免除勧奨の承認は通らず、承認の後で出す前なら差し戻る", async () => {
    const { office, zero, suspendBefore, waiting } = await opened();
    await putIncome(office, zero, incomeOf());
    const begin = () =>
      office.ask("POST", "/v1/income-outputs", { ...examiner, body: { kind: "encouragement", year: 2026 } });
    const approve = (outputId: string) =>
      office.ask("POST", `/v1/income-outputs/${outputId}/decision`, {
        ...otherManager,
        body: { decision: "approve", reason: "確かめた" },
      });
    const { outputId } = (await begin()).body;
    suspendBefore("transmittals", '"released"');
    expect((await approve(outputId)).status).toBe(409);
    expect(waiting()).toBe(false);
    expect((await approve(outputId)).body.state).toBe("refused");
    expect((await begin()).body).toMatchObject({ state: "empty", counts: { "use-suspended": 1 } });
  });
});
