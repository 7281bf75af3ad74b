import { departments } from "../../../shared/domain/departments.ts";
import { roles } from "../../../shared/domain/roles.ts";
import type { Appointment } from "../../../tools/local/appoint.ts";
import {
  activityAnswer,
  digestsAnswer,
  entriesAnswer,
  entryAnswer,
  reportAnswer,
  reportsAnswer,
  rightsAnswer,
  verificationAnswer,
} from "./contract-answers.ts";
import { now, searchedName, sha256, watched } from "./story.ts";

/** A call of the API as it left the console. */
export interface ApiCall {
  readonly method: string;
  /** From `/v1/` on. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
  readonly caller: Appointment;
}

export interface ApiAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** What stands behind the console in a test: this double, or the office itself. */
export type ConsoleApi = (call: ApiCall) => Promise<ApiAnswer>;

const actionsOf = {
  auditor:
    "listEntries showEntry listDigests verifyDigests showActivity listReports showReport findSubject findTerms listRights requestOutput listOutputs takeOutput",
  manager: "findSubject resolveSubjects listEntries showEntry requestOutput listOutputs takeOutput",
  operator: "listDigests verifyDigests",
} as const satisfies Record<string, string>;

const csv = "時刻,職員\r\n2026-11-25T12:47:00.000Z,clerk-3\r\n";

/**
 * A double of the auditor's API: answers by its contract over the story's trail, remembers what was asked, and approves an
 * output as a manager would when `approve` is called.
 */
export const contractApi = (over: { readonly idleSeconds?: number } = {}) => {
  const calls: ApiCall[] = [];
  const outputs: Record<string, unknown>[] = [];
  const session = ({ officer, duty, department }: Appointment) => ({
    officer,
    department,
    departmentLabel: departments[department],
    roles: [duty],
    roleLabels: [roles[duty]],
    counter: "main-office",
    terminal: "terminal-01",
    startedAt: now,
    endsAt: "2026-11-26T13:00:00.000Z",
    idleSeconds: over.idleSeconds ?? 600,
    actions: ["showSession", "endSession", ...((actionsOf as Record<string, string>)[duty] ?? "").split(" ")],
  });
  const requestOutput = ({ body, caller }: ApiCall) => {
    const output = {
      ...body,
      outputId: "O20261126-7K3M9Q",
      kindLabel: "アクセス記録の書出し",
      purposeLabel: "監査",
      requestedAt: now,
      requestedBy: caller.officer,
      state: "requested",
      stateLabel: "承認待ち",
      parts: 0,
      takenParts: 0,
      expiresAt: "2026-12-10T03:00:00.000Z",
    };
    outputs.push(output);
    return output;
  };
  const takeOutput = () => {
    Object.assign(outputs[0] ?? {}, { state: "taken", stateLabel: "受取済み", takenParts: 1 });
    return { name: "trail-1.csv", contentBase64: Buffer.from(csv).toString("base64"), sha256: sha256(csv) };
  };
  const answers: readonly (readonly [RegExp, (call: ApiCall, found: string) => unknown])[] = [
    [/^GET \/v1\/session$/, ({ caller }) => session(caller)],
    [/^POST \/v1\/session\/ending$/, () => ({})],
    [/^GET \/v1\/audit\/entries$/, ({ query }) => entriesAnswer(query)],
    [/^GET \/v1\/audit\/entries\/(.+)$/, (_, id) => entryAnswer(id)],
    [/^GET \/v1\/audit\/digests$/, ({ query }) => digestsAnswer(query)],
    [/^POST \/v1\/audit\/digests\/verification$/, ({ body }) => verificationAnswer(body as Record<string, string>)],
    [/^GET \/v1\/audit\/activity$/, ({ query }) => activityAnswer(query)],
    [/^GET \/v1\/audit\/reports$/, () => reportsAnswer],
    [/^GET \/v1\/audit\/reports\/(.+)$/, (_, month) => reportAnswer(month)],
    [
      /^POST \/v1\/audit\/subjects$/,
      ({ body }) => (body.atenaNumber === watched.atenaNumber ? { subject: watched.subject } : undefined),
    ],
    [/^POST \/v1\/audit\/terms$/, () => ({ terms: [{ by: "nameKana", value: searchedName.term }] })],
    [
      /^POST \/v1\/audit\/subjects\/resolution$/,
      () => ({ people: [{ subject: watched.subject, atenaNumber: watched.atenaNumber }] }),
    ],
    [/^GET \/v1\/rights$/, ({ query }) => rightsAnswer(query)],
    [/^POST \/v1\/outputs$/, requestOutput],
    [/^GET \/v1\/outputs$/, () => ({ outputs })],
    [/^POST \/v1\/outputs\/[^/]+\/parts\/1$/, takeOutput],
  ];
  const api: ConsoleApi = async (call) => {
    calls.push(call);
    for (const [pattern, answer] of answers) {
      const found = pattern.exec(`${call.method} ${call.path}`);
      const body = found === null ? undefined : answer(call, found[1] ?? "");
      if (body !== undefined) return { status: 200, body };
    }
    return {
      status: 404,
      body: { title: "見つかりません", detail: "指定したものは見つかりません", correlationId: "call-404" },
    };
  };
  const approve = () => Object.assign(outputs[0] ?? {}, { state: "ready", stateLabel: "受取待ち", parts: 1 });
  return { api, calls, approve };
};
