import type { PlainDate } from "../law/calendar.ts";
import type { BenefitKind, RecipientChange } from "./benefits.ts";
import type { EntryId } from "./ids.ts";
import type { LedgerEntry } from "./ledger-events.ts";
import type { PensionFacts, RecipientRight, SpecialDisabilityFacts } from "./recipient-facts.ts";
import type { Standing } from "./standing.ts";

/** One line of the history of a right. */
export interface RecipientLine {
  readonly change: RecipientChange;
  readonly on: PlainDate;
  readonly standing: Standing;
  readonly entry: EntryId;
}

type Held<Right extends RecipientRight> = Right extends RecipientRight
  ? Omit<Right, "facts"> & { readonly facts: Readonly<Right["facts"]>; readonly history: readonly RecipientLine[] }
  : never;

/** 受給者: one right of a person as the ledger has it, with its history by the day each change took effect. */
export type Recipient = Held<RecipientRight>;
export type AnyFacts = PensionFacts & SpecialDisabilityFacts;

/** Claimed and not decided yet, being paid, suspended, or over. */
export const recipientStates = {
  claimed: "請求中",
  receiving: "受給中",
  suspended: "支給停止中",
  ended: "失権",
} as const satisfies Record<string, string>;
export type RecipientState = keyof typeof recipientStates;

interface Change {
  readonly line: RecipientLine;
  readonly right: RecipientRight;
}

const keyOf = ({ register, seq }: Pick<RecipientRight, "register" | "seq">) => `${register}#${seq}`;

const byDay = (a: Change, b: Change) => (a.line.on < b.line.on ? -1 : a.line.on > b.line.on ? 1 : 0);

/** The rights that counting `entries` tell of: what is said of each later in effect stands over what was said before. */
export const recipientsOf = (
  entries: readonly LedgerEntry[],
  standingOf: (entry: LedgerEntry) => Standing,
): readonly Recipient[] => {
  const changes = entries.flatMap((entry) =>
    entry.events.flatMap((event): Change[] =>
      event.kind === "recipient-recorded"
        ? [
            {
              line: { change: event.change, on: event.on, standing: standingOf(entry), entry: entry.id },
              right: event.right,
            },
          ]
        : [],
    ),
  );
  return [...Map.groupBy(changes, ({ right }) => keyOf(right)).values()].map((ofRight) => {
    const ordered = ofRight.toSorted(byDay);
    const last = ordered.at(-1) as Change;
    const facts = Object.assign({}, ...ordered.map(({ right }) => right.facts));
    return { ...last.right, facts, history: ordered.map(({ line }) => line) } as Recipient;
  });
};

/** What only follows a 裁定. A 届 that comes before it, of whoever claims, changes nothing of the claim. */
const decisions: readonly RecipientChange[] = ["awarded", "revised", "examined", "suspended", "resumed"];

/** The state of a right on `today`. A lump sum is over once it is awarded. */
export const recipientState = ({ facts, history }: Recipient, today: PlainDate): RecipientState => {
  if (facts.forfeitedOn !== undefined && facts.forfeitedOn <= today) return "ended";
  const isClaim = history.some(({ change }) => change === "claimed");
  if (isClaim && !history.some(({ change }) => decisions.includes(change))) return "claimed";
  const { suspensionType = "none", suspensionMonth } = facts;
  const begun = suspensionMonth === undefined || suspensionMonth <= today.slice(0, 7);
  return suspensionType !== "none" && begun ? "suspended" : "receiving";
};

/** Rights of the kinds named that have not ended by `today`. */
export const openRights = (
  recipients: readonly Recipient[],
  kinds: readonly BenefitKind[],
  today: PlainDate,
): readonly Recipient[] =>
  recipients.filter((each) => kinds.includes(each.kind) && recipientState(each, today) !== "ended");

/** The 連番 of a right to be recorded now. */
export const nextSeq = (recipients: readonly Recipient[], register: RecipientRight["register"]): number =>
  Math.max(0, ...recipients.filter((each) => each.register === register).map(({ seq }) => seq)) + 1;

/** The last day on which the amount was settled: 裁定 or 額改定; null while neither has been. 額改定の請求 waits a year from it. */
export const lastSettledOn = ({ facts, history }: Recipient): PlainDate | null => {
  const days = [
    ...("adjudicatedOn" in facts && facts.adjudicatedOn !== undefined ? [facts.adjudicatedOn] : []),
    ...history.filter(({ change }) => change === "revised" || change === "awarded").map(({ on }) => on),
  ];
  return days.toSorted().at(-1) ?? null;
};
