import { moved, type Occasion, today } from "../../shared/domain/filing.ts";
import type { FilingId } from "../../shared/domain/ids.ts";
import { type FlowId, flows } from "../../shared/flows/catalogue.ts";
import type { FiledRequest, StoredFiling } from "../../shared/flows/define.ts";
import { reportDeadline } from "../../shared/law/deadlines.ts";
import type { BlindIndex } from "../../shared/protection/blind-index.ts";
import type { Write } from "../../shared/stores/database.ts";
import { type Filing, type FilingBody, filingWrite, sealFiling } from "../../shared/stores/filings.ts";
import { type LoadedPerson, recordWrites } from "../../shared/stores/people.ts";
import { enqueue } from "../../shared/stores/queue.ts";
import type { Judged } from "./judge.ts";

type Favourable = Exclude<Judged, { outcome: "refuse" }>;

interface Recording {
  readonly decision: Favourable;
  readonly loaded: LoadedPerson;
  readonly index: BlindIndex;
  readonly occasion: Occasion;
}

/** What is kept of a request: not what was only looked at, nor how to handle it. */
export const storedOf = ({ atCounter: _atCounter, intake: _intake, ...stored }: FiledRequest): StoredFiling => stored;

/** Each code once: the history of a filing says why, not how often. */
const codesOf = ({ reasons }: Favourable) => [...new Set(reasons.map((reason) => reason.code))];

/** The body with the papers and the assessment that this decision rests on, and no earlier ones. */
const assessed = ({ content, notes }: FilingBody, { assessment, papers }: Favourable): FilingBody => ({
  content,
  notes,
  ...(assessment ? { assessment } : {}),
  papers: papers.map((need) => [need].flat()),
});

/** Acceptance: 受理日 and 報告期限, the ledger, the queue. */
const accepted = (
  filing: Filing,
  { loaded, index, occasion, decision }: Recording,
): { filing: Filing; writes: Write[] } => {
  const acceptedOn = today(occasion);
  const reportBy = reportDeadline(acceptedOn);
  const events = decision.outcome === "accept" ? decision.events : [];
  const { writes } = recordWrites(loaded, index, occasion, { kind: "filing", filingId: filing.filingId }, events);
  if (flows[filing.flow].report === null) return { filing: { ...filing, acceptedOn }, writes: [...writes] };
  return { filing: { ...filing, acceptedOn, reportBy }, writes: [...writes, enqueue(filing.filingId, reportBy)] };
};

/** A filing that comes in: 受付, 受理 or 補正待ち, with all that follows from it. */
export const recordDecision = (
  recording: Recording & { readonly filingId: FilingId; readonly flowId: FlowId; readonly request: FiledRequest },
): { readonly filing: Filing; readonly writes: readonly Write[] } => {
  const { filingId, flowId, request, decision, loaded, occasion } = recording;
  const filed: FilingBody = { content: storedOf(request), notes: [] };
  const body = request.intake === "receive" ? filed : assessed(filed, decision);
  const received: Filing = {
    filingId,
    flow: flowId,
    personId: loaded.personId,
    status: "received",
    filedOn: request.filedOn,
    eventOn: request.eventOn,
    counter: request.counter,
    acceptedOn: null,
    reportBy: null,
    runId: null,
    history: [
      {
        transition: "receive",
        to: "received",
        at: occasion.at,
        by: occasion.by,
        codes: request.intake === "receive" ? codesOf(decision) : [],
      },
    ],
    version: 1,
    sealed: sealFiling(loaded.key, filingId, body),
  };
  if (request.intake === "receive") return { filing: received, writes: [...loaded.keyWrites, filingWrite(received)] };
  const { filing, writes } = settle(received, "accept", recording);
  const kept = { ...filing, version: 1 };
  return { filing: kept, writes: [...writes, filingWrite(kept)] };
};

/** A filing already in the register, decided (again): after 受付 or 補正. `body` replaces its content where it was corrected. */
export const recordRedecision = (
  filing: Filing,
  transition: "accept" | "correct",
  body: FilingBody,
  recording: Recording,
): { readonly filing: Filing; readonly writes: readonly Write[] } => {
  const settled = settle(filing, transition, recording);
  const kept: Filing = {
    ...settled.filing,
    eventOn: body.content.eventOn,
    counter: body.content.counter,
    sealed: sealFiling(recording.loaded.key, filing.filingId, assessed(body, recording.decision)),
  };
  return { filing: kept, writes: [...settled.writes, filingWrite(kept)] };
};

const settle = (
  filing: Filing,
  transition: "accept" | "correct",
  recording: Recording,
): { filing: Filing; writes: readonly Write[] } => {
  const to = recording.decision.outcome === "accept" ? "accepted" : "awaiting-correction";
  const next = moved(filing, transition, to, recording.occasion, codesOf(recording.decision));
  return to === "accepted" ? accepted(next, recording) : { filing: next, writes: recording.loaded.keyWrites };
};
