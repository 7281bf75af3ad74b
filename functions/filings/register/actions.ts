import { may } from "../../../shared/access/may.ts";
import { type Problem, problem } from "../../../shared/contracts/problems.ts";
import type { ActionRequest } from "../../../shared/contracts/requests.ts";
import type { Reason } from "../../../shared/domain/decision.ts";
import { type DocumentNeed, lastTakenBy, moved } from "../../../shared/domain/filing.ts";
import type { FilingAction } from "../../../shared/domain/filing-status.ts";
import { flows } from "../../../shared/flows/catalogue.ts";
import type { FiledRequest, StoredFiling } from "../../../shared/flows/define.ts";
import type { Call } from "../../../shared/http/call.ts";
import { faultsOf } from "../../../shared/http/faults.ts";
import type { AssessedSpan } from "../../../shared/law/exemption-assessment.ts";
import type { BlindIndex } from "../../../shared/protection/blind-index.ts";
import type { Write } from "../../../shared/stores/database.ts";
import { type Filing, type FilingBody, filingWrite, openFiling, sealFiling } from "../../../shared/stores/filings.ts";
import type { LoadedPerson } from "../../../shared/stores/people.ts";
import { dequeue, type QueueEntry, requeue } from "../../../shared/stores/queue.ts";
import type { StorePorts } from "../../ports.ts";
import { incomeChecks, incomeIn, incomeRows } from "../income-of.ts";
import { judge } from "../judge.ts";
import { recordRedecision, storedOf } from "../record-decision.ts";
import { voidFiling } from "../void-filing.ts";

/** All that a step may look at. */
export interface ActionWork {
  readonly filing: Filing;
  readonly queued: QueueEntry | undefined;
  readonly loaded: LoadedPerson;
  readonly index: BlindIndex;
  readonly call: Call;
  readonly ports: StorePorts;
}

type Done =
  | {
      readonly filing: Filing;
      readonly writes: readonly Write[];
      readonly reasons: readonly Reason[];
      readonly assessment?: readonly AssessedSpan[];
      readonly papers?: readonly DocumentNeed[];
      readonly content?: StoredFiling;
    }
  | { readonly refused: readonly Reason[] }
  | Problem;

type Step = (work: ActionWork, request: ActionRequest) => Promise<Done>;

const done = (filing: Filing, writes: readonly Write[]): Done => ({
  filing,
  writes: [...writes, filingWrite(filing)],
  reasons: [],
});

/** Decides what is on file or what corrects it, and records what follows. */
const decideAgain = async (
  work: ActionWork,
  transition: "accept" | "correct",
  request: FiledRequest,
  body: FilingBody,
): Promise<Done> => {
  const { filing, loaded, call, ports, index } = work;
  const flow = flows[filing.flow];
  const [income] = await ports.database.getAll(incomeRows(flow, request, loaded.personId));
  const decision = await judge(flow, request, loaded, call.occasion, ports, incomeIn(income, loaded));
  if (decision.outcome === "refuse") return { refused: decision.reasons };
  const recorded = recordRedecision(filing, transition, body, { decision, loaded, index, occasion: call.occasion });
  return {
    ...recorded,
    writes: [...recorded.writes, ...incomeChecks(flow, request, loaded.personId, income)],
    reasons: decision.reasons,
    ...(decision.assessment ? { assessment: decision.assessment } : {}),
    papers: decision.papers,
    content: body.content,
  };
};

const recordedSince: Reason = {
  weight: "refuse",
  code: "later-filing-depends",
  message: "この届出の後に、同じ人の別の届出が記録されています。先にそちらを補正または取り下げてください",
};

const stillToBeReported = {
  code: "still-to-be-reported",
  detail: "日本年金機構への進達がまだです。進達と処理結果を待ってください",
  pointer: "/action",
};

/** Other filings whose entries stand on this one's. */
const laterFilings = ({ person }: LoadedPerson, { filingId }: Filing) => {
  const last = person.entriesByFiling[filingId]?.at(-1);
  if (last === undefined) return [];
  return Object.entries(person.entriesByFiling).filter(
    ([other, entries]) => other !== filingId && entries.some((entry) => entry > last),
  );
};

/** The filing leaves the way to 日本年金機構: its ledger entries no longer count and the queue lets go of it. */
const takenBack =
  (transition: "return-for-correction" | "withdraw", why: "under-correction" | "withdrawn"): Step =>
  async ({ filing, queued, loaded, index, call }, request) => {
    if (laterFilings(loaded, filing).length > 0) return { refused: [recordedSince] };
    const to = transition === "withdraw" ? "withdrawn" : "awaiting-correction";
    const { content, notes, assessment, papers } = openFiling(loaded.key, filing);
    const text = "note" in request ? request.note : "";
    // Whoever corrects the filing reads what it was decided on; of a withdrawn one nobody needs the incomes.
    const kept = transition === "withdraw" ? {} : { ...(assessment && { assessment }), ...(papers && { papers }) };
    const next: Filing = {
      ...moved(filing, transition, to, call.occasion),
      acceptedOn: null,
      reportBy: null,
      sealed: sealFiling(loaded.key, filing.filingId, {
        content,
        ...kept,
        notes: [...notes, { at: call.occasion.at, by: call.occasion.by, text }],
      }),
    };
    const voided = voidFiling({ filing, loaded, index, occasion: call.occasion, why });
    return done(next, [...voided.writes, ...(queued ? [dequeue(queued)] : [])]);
  };

export const actions: Readonly<Record<FilingAction, Step>> = {
  accept: async (work) => {
    const body = openFiling(work.loaded.key, work.filing);
    return decideAgain(work, "accept", { ...body.content, intake: "accept" }, body);
  },

  correct: async (work, request) => {
    const flow = flows[work.filing.flow];
    const corrected = flow.request.safeParse("filing" in request ? request.filing : undefined);
    if (!corrected.success)
      return problem(
        "invalid-content",
        faultsOf(corrected.error).map((fault) => ({ ...fault, pointer: `/filing${fault.pointer ?? ""}` })),
      );
    const before = openFiling(work.loaded.key, work.filing);
    const { person, filedOn } = corrected.data;
    if (
      person.atenaNumber !== before.content.person.atenaNumber ||
      filedOn !== before.content.filedOn ||
      flow.ground(corrected.data) !== flow.ground(before.content)
    )
      return problem("invalid-content", [
        {
          code: "not-a-correction",
          detail: "宛名番号、受付日、もとになる請求は補正できません。この届出を取り下げ、新しく届け出てください",
          pointer: "/filing",
        },
      ]);
    return decideAgain(work, "correct", corrected.data, { ...before, content: storedOf(corrected.data) });
  },

  examine: async ({ filing, queued, call }) => {
    const own = lastTakenBy(filing, "receive", "accept", "correct") === call.caller.officer;
    if (!may(call.caller, "step:examine", { own })) return problem("own-work");
    const examined = moved(filing, "examine", "examined", call.occasion);
    // What is not reported waits for nobody's result.
    if (flows[filing.flow].report === null)
      return done({ ...moved(examined, "close", "closed", call.occasion), version: examined.version }, []);
    if (!queued) throw new Error("an accepted filing is not in the queue");
    return done(examined, [requeue(queued, "ready")]);
  },

  "return-for-correction": takenBack("return-for-correction", "under-correction"),
  withdraw: takenBack("withdraw", "withdrawn"),
  close: async ({ filing, call }) => {
    if (filing.status === "examined") return problem("transition-refused", [stillToBeReported]);
    return done(moved(filing, "close", "closed", call.occasion), []);
  },
};
