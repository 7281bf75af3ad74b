import { describe, expect, it } from "vitest";
import type * as z from "zod";
import { assessedSpans } from "../../../shared/domain/assessed-spans.ts";
import { beyondAssessment } from "../../../shared/domain/beyond-assessment.ts";
import { filingStep } from "../../../shared/domain/filing.ts";
import { incomeRecord } from "../../../shared/domain/income-record.ts";
import { ledgerEntry } from "../../../shared/domain/ledger-events.ts";
import { personFacts } from "../../../shared/domain/person.ts";
import { isRecordItem, recordItems, recordItemsOf } from "../../../shared/domain/record-items.ts";
import { flowIds, flows } from "../../../shared/flows/catalogue.ts";
import { filingNote } from "../../../shared/stores/filings.ts";
import { sealedCorrection } from "../../../shared/stores/income-corrections.ts";
import { requestNotes } from "../../../shared/stores/requests.ts";

/** Everything that is stored of a person or of the handling of their case. */
const stored: readonly (readonly [string, z.ZodType])[] = [
  ...flowIds.map((flow) => [`届出 ${flow}`, flows[flow].stored] as const),
  ["台帳の記録", ledgerEntry],
  ["宛名情報と番号", personFacts],
  ["届出の経過", filingStep],
  ["職員の申し送り", filingNote],
  ["所得情報", incomeRecord],
  ["区の判定", assessedSpans],
  ["所得の更正", sealedCorrection],
  ["請求・問合せ・事故の内容", requestNotes],
];

describe.each(stored)("%s", (_, schema) => {
  const leaves = recordItemsOf(schema);

  it("holds something", () => {
    expect(leaves.length).toBeGreaterThan(0);
  });

  it("holds nothing that is neither an item of 別添1 nor a matter of handling", () => {
    expect(leaves.filter((leaf) => leaf.kind === "unmarked")).toEqual([]);
  });

  it("names only items that 別添1 lists, and says why it needs what it does not", () => {
    for (const leaf of leaves) {
      if (leaf.kind === "item") expect(isRecordItem(leaf.id)).toBe(true);
      if (leaf.kind === "beyond") expect(Object.keys(beyondAssessment)).toContain(leaf.name);
      if (leaf.kind === "administrative") expect(leaf.why).toMatch(/[ぁ-んァ-ヶ一-龠]/);
    }
  });
});

describe("what 別添1 does not list", () => {
  it.each(flowIds)("%s says so where it stores any of it", (flow) => {
    const names = recordItemsOf(flows[flow].stored).flatMap((leaf) => (leaf.kind === "beyond" ? [leaf.name] : []));
    expect([...new Set(names)]).toEqual(flows[flow].beyond === undefined ? [] : [flows[flow].beyond]);
  });
});

describe("個人番号", () => {
  it("is stored in the person and, of the spouse, in A04, B05 and C12, and nowhere else", () => {
    const places = stored.flatMap(([name, schema]) =>
      recordItemsOf(schema).flatMap((leaf) =>
        leaf.kind === "item" && recordItems[leaf.id].sensitivity === "個人番号" ? [`${name}: ${leaf.path}`] : [],
      ),
    );
    expect(places).toEqual([
      ...flowIds.flatMap((flow) => [
        `届出 ${flow}: person.individualNumber`,
        ...(flow === "change-from-category-3" || flow === "special-disability-claim"
          ? [`届出 ${flow}: details.spouseIndividualNumber`]
          : []),
        ...(flow === "exemption-application" ? [`届出 ${flow}: details.spouse.individualNumber`] : []),
      ]),
      "台帳の記録: events[].facts.individualNumber",
      "台帳の記録: events[].right.facts.spouseIndividualNumber",
      "宛名情報と番号: individualNumber",
    ]);
  });
});
