import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { csvOf } from "../../shared/documents/csv.ts";
import { birthMonths, type ExtractCondition, holds } from "../../shared/domain/extract-conditions.ts";
import { type ExtractItemId, extractItem, extractItems } from "../../shared/domain/extract-items.ts";
import type { OfficerId } from "../../shared/domain/ids.ts";
import { keysOf } from "../../shared/domain/keys-of.ts";
import { foldLedger, type Person } from "../../shared/domain/ledger.ts";
import type { LedgerEvent } from "../../shared/domain/ledger-events.ts";
import { sensitiveItems } from "../../shared/domain/output-rules.ts";
import { recordItems } from "../../shared/domain/record-items.ts";
import { exemptionReasons, exemptionTypes } from "../../shared/domain/reliefs.ts";
import { addDays, type Instant, monthOf, type PlainDate, plainDate, plainMonth } from "../../shared/law/calendar.ts";
import { modelOf, record } from "../support/income-outputs.ts";
import { openOffice } from "../support/office.ts";
import { csvRows, putOut } from "../support/outputs.ts";

const size = 40;
const today = plainDate("2026-11-23");

/** Forty lives that differ in every item an extract can tell. */
const eventsOf = (nth: number): LedgerEvent[] => {
  const birthDate = addDays(plainDate("1985-01-01"), nth * 27);
  const facts = modelOf(nth, {
    birthDate,
    ...(nth % 3 === 0 ? { address: undefined, postalCode: undefined } : {}),
    ...(nth % 4 === 0 ? { individualNumber: undefined } : {}),
  });
  const types = keysOf(exemptionTypes);
  const reasons = keysOf(exemptionReasons);
  return [
    { kind: "registered", facts },
    { kind: "acquired", on: addDays(birthDate, 7_400), category: nth % 5 === 0 ? "3" : "1", cause: "turned-20" },
    ...(nth % 7 === 0 ? ([{ kind: "lost", on: plainDate("2025-05-05"), cause: "moved-abroad" }] as const) : []),
    ...(nth % 2 === 0
      ? ([
          {
            kind: "exempted",
            type: types[nth % types.length] ?? "full",
            from: plainMonth("2026-07"),
            until: nth % 6 === 0 ? null : plainMonth("2027-06"),
            reason: reasons[nth % reasons.length] ?? "income",
          },
        ] as const)
      : []),
    ...(nth % 9 === 0 ? ([{ kind: "address-protected", protected: true }] as const) : []),
  ];
};

/** The plain filter that the production in steps, by birthday and under seal, has to agree with. */
const people = Array.from({ length: size }, (_, nth) =>
  foldLedger([
    {
      id: "000001",
      recordedAt: "2026-01-05T01:00:00.000Z" as Instant,
      recordedBy: "takeover" as OfficerId,
      source: { kind: "takeover" },
      events: eventsOf(nth),
    } as never,
  ]),
);

const columnIds = keysOf(extractItems);
/** Days and months to compare with: those that somebody has, and one that perhaps nobody has. */
const momentsOf = (id: ExtractItemId, otherwise: string) =>
  fc.constantFrom(otherwise, ...people.flatMap((person) => extractItem(id).of(person, today) ?? []));

const conditionOn = (id: ExtractItemId): fc.Arbitrary<ExtractCondition> => {
  const item = extractItem(id);
  const presence = fc.constantFrom("present" as const, "absent" as const).map((op) => ({ item: id, op }));
  if (item.form === "text") return presence;
  if (item.form === "code") {
    const codes = fc.constantFrom(...Object.keys(item.words));
    return fc.oneof(
      presence,
      codes.map((value) => ({ item: id, op: "equals" as const, value })),
      fc
        .uniqueArray(codes, { minLength: 1, maxLength: 3 })
        .map((value) => ({ item: id, op: "one-of" as const, value })),
    );
  }
  const moment = momentsOf(id, item.form === "month" ? "2026-07" : "1986-06-15");
  return fc.oneof(
    presence,
    fc
      .tuple(fc.constantFrom("equals" as const, "before" as const, "after" as const), moment)
      .map(([op, value]) => ({ item: id, op, value })),
    fc.tuple(moment, moment).map((value) => ({ item: id, op: "between" as const, value })),
    fc.array(moment, { minLength: 1, maxLength: 3 }).map((value) => ({ item: id, op: "one-of" as const, value })),
  );
};

/** What a condition means, said once more in other words. */
const meets = (person: Person, condition: ExtractCondition): boolean => {
  const value = extractItem(condition.item).of(person, today);
  if (!("value" in condition)) return (value !== null) === (condition.op === "present");
  if (value === null) return false;
  const sorted = (...texts: readonly string[]) => texts.every((text, at) => at === 0 || (texts[at - 1] ?? "") <= text);
  if (condition.op === "before") return !sorted(condition.value, value);
  if (condition.op === "after") return !sorted(value, condition.value);
  if (condition.op === "between") return sorted(condition.value[0], value, condition.value[1]);
  return new Set<string>([condition.value].flat()).has(value);
};

const anyCondition = fc.constantFrom(...columnIds).chain(conditionOn);
const anySpec = fc.record({
  columns: fc.uniqueArray(fc.constantFrom(...columnIds), { minLength: 1, maxLength: 8 }),
  conditions: fc.array(anyCondition, { maxLength: 3 }),
});

describe("an extract", () => {
  let office: ReturnType<typeof openOffice>;
  beforeAll(async () => {
    office = openOffice();
    for (const [nth, { facts }] of people.entries()) if (facts) await record(office, facts.atenaNumber, eventsOf(nth));
  });

  it("holds just those whom a plain look at everybody's record finds, and of each just what it says", async () => {
    const expected = (matching: readonly Person[], columns: readonly ExtractItemId[]) =>
      matching
        .toSorted((a, b) => ((a.facts?.birthDate ?? "") < (b.facts?.birthDate ?? "") ? -1 : 1))
        .map((person) =>
          Object.fromEntries(
            columns.map((id) => {
              const item = extractItem(id);
              const value = item.of(person, today);
              const shown =
                value === null
                  ? ""
                  : item.whereabouts && person.addressProtected
                    ? "(支援措置により表示しません)"
                    : item.form === "code"
                      ? item.words[value]
                      : value;
              return [recordItems[id].ja, shown];
            }),
          ),
        );
    // The range of birthdays only makes it quicker.
    const born = { item: "addressee.birthDate", op: "between", value: ["1985-01-01", "1988-12-31"] } as const;
    await fc.assert(
      fc.asyncProperty(anySpec, async ({ columns, conditions }) => {
        const spec = { columns, conditions: [born, ...conditions], asOf: today };
        const names = sensitiveItems({ spec });
        const body = { kind: "extract", spec, purpose: "jps-reconciliation", reason: "照会への回答" };
        const files = await putOut(office, body, { names });
        const rows = files.flatMap(csvRows);
        const matching = people.filter((person) => conditions.every((condition) => meets(person, condition)));
        expect(rows).toEqual(expected(matching, columns));
      }),
      { numRuns: 60 },
    );
  });
});

describe("months of birth that an extract goes through", () => {
  it("leave out nobody whom the conditions allow", () => {
    const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays(plainDate("1900-01-01"), days));
    const onBirth = fc.oneof(
      fc.tuple(fc.constantFrom("equals" as const, "before" as const, "after" as const), day).map(([op, value]) => ({
        op,
        value: value as string,
      })),
      fc.tuple(day, day).map(([from, to]) => ({ op: "between" as const, value: [from, to] as const })),
      fc.array(day, { minLength: 1, maxLength: 4 }).map((value) => ({ op: "one-of" as const, value })),
      fc.constantFrom({ op: "present" as const }, { op: "absent" as const }),
    );
    fc.assert(
      fc.property(fc.array(onBirth, { maxLength: 3 }), day, (asked, birthDate: PlainDate) => {
        const conditions = asked.map((each): ExtractCondition => ({ item: "addressee.birthDate", ...each }));
        const someone = foldLedger([
          {
            id: "000001",
            recordedAt: "2026-01-05T01:00:00.000Z",
            recordedBy: "takeover",
            source: { kind: "takeover" },
            events: [{ kind: "registered", facts: modelOf(0, { birthDate }) }],
          } as never,
        ]);
        if (birthDate > today || !conditions.every((condition) => holds(condition, someone, today))) return;
        const { from, until } = birthMonths(conditions, today);
        expect([from <= monthOf(birthDate), monthOf(birthDate) <= until]).toEqual([true, true]);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("a file of an output", () => {
  it("runs nothing of what was typed at a counter", async () => {
    const office = openOffice();
    const formulas = ["=1+1", "+81", "-1+2", "@SUM(A1)", "＝1"];
    for (const [nth, address] of formulas.entries()) {
      const facts = modelOf(nth, { address });
      await record(office, facts.atenaNumber, [{ kind: "registered", facts }]);
    }
    const spec = {
      columns: ["addressee.address"],
      conditions: [{ item: "addressee.birthDate", op: "equals", value: "1990-04-01" }],
      asOf: today,
    };
    const [file] = await putOut(office, { kind: "extract", spec, purpose: "notice", reason: "通知" });
    const cells = csvRows(file ?? Buffer.from("")).map(({ 住所 }) => 住所);
    expect(cells.toSorted()).toEqual(formulas.map((address) => `'${address}`).toSorted());
    expect(
      csvOf(
        [["a", "住所"]],
        formulas.map((a) => ({ a })),
      ),
    ).toContain("'=1+1");
  });
});
