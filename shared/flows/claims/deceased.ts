import type { BenefitKind, PensionKind, RecipientChange } from "../../domain/benefits.ts";
import type { Reason } from "../../domain/decision.ts";
import type { EventOf, LedgerEvent } from "../../domain/ledger-events.ts";
import type { Recipient } from "../../domain/recipients.ts";
import { monthOf } from "../../law/calendar.ts";
import { unpaidMonths, unpaidUntil } from "../../law/claim-limits.ts";
import { monthsWords } from "../../law/month-words.ts";
import type { Case } from "../define.ts";
import { opening } from "../opening.ts";
import { factInOrder, incomplete, notice, refuse, when } from "./checks.ts";
import { type FoundRight, foundAmong, pensionRecorded, seqOf, specialRecorded } from "./rights.ts";
import { type Claimant, claimantReasons } from "./survivors.ts";

type Input = Case<unknown, unknown>;
type NamedRight = Pick<Recipient, "register" | "seq"> & { readonly kind: BenefitKind };

const isSpecial = (kind: BenefitKind): kind is "special-disability" => kind === "special-disability";

/** A right is over by the death on 事実発生日, whatever else is said of it. */
export const endedByDeath = (
  { filing: { filedOn, eventOn } }: Input,
  change: Extract<RecipientChange, "death-reported" | "unpaid-claimed">,
  { seq, kind }: NamedRight,
): EventOf<"recipient-recorded"> => {
  const on = change === "death-reported" ? eventOn : filedOn;
  const facts = { forfeiture: "death", forfeitedOn: eventOn } as const;
  return isSpecial(kind)
    ? specialRecorded(change, on, seq, facts)
    : pensionRecorded(change, on, { seq, kind: kind satisfies PensionKind }, facts);
};

/** The deceased's right of a kind: it had not ended before the death, or a 死亡届 has ended it already. */
export const rightOfDeceased = ({ person, filing }: Input, kind: BenefitKind, seq: number | undefined): FoundRight =>
  foundAmong(
    person.recipients.filter(
      ({ kind: own, facts }) =>
        own === kind &&
        (facts.forfeitedOn === undefined || facts.forfeiture === "death" || facts.forfeitedOn > filing.eventOn),
    ),
    seq,
  );

const dayOfDeath = ({ filing }: Input, { right }: FoundRight): readonly Reason[] =>
  when(
    right?.facts.forfeiture === "death" && right.facts.forfeitedOn !== filing.eventOn,
    incomplete(
      "death-day-differs",
      "死亡の日が、受給者の記録にある日と違います。戸籍などで確かめてください",
      "/eventOn",
    ),
  );

/** Five years (法102条1項). From which day they run is confidence medium (docs/law.md). */
const inTime = ({ filing: { eventOn, filedOn } }: Input): readonly Reason[] => {
  const until = unpaidUntil(eventOn);
  return when(
    filedOn > until,
    refuse(
      "claim-lapsed",
      `未支給の年金・給付金の請求は死亡から5年(${until}まで)です。時効により請求できません`,
      "/filedOn",
      "国民年金法102条1項",
    ),
  );
};

const alreadyClaimed = ({ right }: FoundRight): readonly Reason[] =>
  when(
    right?.history.some(({ change }) => change === "unpaid-claimed") === true,
    refuse("unpaid-already", "未支給の請求はすでに記録されています", "/person/atenaNumber"),
  );

/** What stands against a claim for what a deceased recipient was not paid (法19条). */
export const unpaidReasons = (
  input: Case<unknown, Claimant>,
  found: FoundRight,
  article: string,
): readonly Reason[] => [
  ...factInOrder(input),
  ...inTime(input),
  ...found.reasons,
  ...dayOfDeath(input, found),
  ...alreadyClaimed(found),
  ...claimantReasons(input.filing.atCounter, article),
];

/** The months that had not been paid at the death (参考). */
export const unpaidTold = ({ filing: { eventOn } }: Input, right: Recipient | undefined): Reason => {
  const months = unpaidMonths(eventOn, right?.facts.startMonth);
  return months.length === 0
    ? notice(
        "unpaid-none",
        "支給の始まる月より前の死亡のため、未支給の月はない見込みです(参考)",
        "国民年金法18条・19条",
      )
    : notice(
        "unpaid-months",
        `${monthsWords(months)}の${months.length}か月分が未支給の見込みです(参考。死亡した月${monthOf(eventOn)}の分まで支給されます)`,
        "国民年金法18条・19条",
      );
};

/** The claim, and with it the end of the right: the form is the 死亡届 too. */
export const unpaidEvents = (input: Input, found: FoundRight, kind: BenefitKind): readonly LedgerEvent[] => {
  const register = isSpecial(kind) ? "special-disability" : "pension";
  return [
    ...opening(input),
    endedByDeath(input, "unpaid-claimed", { register, kind, seq: seqOf(input, found, register) }),
  ];
};
