import { randomBytes } from "node:crypto";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import { identifyBy } from "../../functions/identify.ts";
import type { FirstHead } from "../../shared/access/duties.ts";
import { decidersOf } from "../../shared/access/say-over.ts";
import { authenticator } from "../../shared/access/token.ts";
import type { Department } from "../../shared/domain/departments.ts";
import type { OfficerId } from "../../shared/domain/ids.ts";
import type { Role } from "../../shared/domain/roles.ts";
import type { Instant } from "../../shared/law/calendar.ts";
import { memoryDatabase } from "../../shared/stores/memory-database.ts";
import { type Answer, openOffice } from "./office.ts";

const pair = await generateKeyPair("ES256", { extractable: true });
const jwk = { ...(await exportJWK(pair.publicKey)), kid: "k1", alg: "ES256" };
const issuer = "https://login.ward.example";
const audience = "kokunen";

export const head = "head-pension";
export const otherHead = "head-pension-2";
export const policyHead = "head-policy";
const firstHeads: readonly FirstHead[] = [
  { officer: head as OfficerId, department: "pension" },
  { officer: otherHead as OfficerId, department: "pension" },
  { officer: policyHead as OfficerId, department: "information-policy" },
];

interface Seat {
  readonly department?: Department;
  /** Claims over those of a usual token; undefined leaves one out. */
  readonly claims?: JWTPayload;
  readonly address?: string;
}

interface Sent extends Seat {
  readonly body?: unknown;
  readonly query?: Record<string, string>;
}

/** What is asked for, where it is not the usual. */
interface Wanted {
  readonly department?: Department;
  readonly system?: string;
  readonly from?: string;
  readonly until?: string;
  readonly temporary?: string;
}

const places: Readonly<Record<string, Department>> = { [policyHead]: "information-policy" };

/**
 * The office as it stands before real tokens, real rights and real sessions: the whole way by which a caller is known, over the
 * memory database. Officers sign in at the clock's own time, at a terminal of their own.
 */
export const openSignedInOffice = (over: { now?: Instant } = {}) => {
  const database = memoryDatabase();
  const time = { now: over.now ?? ("2026-11-23T01:00:00.000Z" as Instant) };
  const clock = () => time.now;
  const identify = identifyBy({
    authenticate: authenticator({ issuer, audience, jwks: { keys: [jwk] } }, () => Date.parse(clock())),
    database,
    clock,
    random: randomBytes,
    sessionMinutes: 600,
    firstHeads,
  });
  const office = openOffice({ database, identify, firstHeads });
  const move = (now: string) => {
    time.now = now as Instant;
    office.time.now = now as Instant;
  };
  move(time.now);

  const tokenOf = async (officer: string, { department, claims = {} }: Seat = {}) => {
    const seconds = Math.floor(Date.parse(clock()) / 1000);
    const payload = {
      iss: issuer,
      aud: audience,
      sub: officer,
      exp: seconds + 900,
      sid: `${officer}-${clock().slice(0, 10)}`,
      auth_time: seconds,
      amr: ["pwd", "bio"],
      department: department ?? places[officer] ?? "pension",
      terminal: `t-${officer}`,
      ...claims,
    };
    const told = Object.fromEntries(Object.entries(payload).filter(([, value]) => value !== undefined));
    return new SignJWT(told).setProtectedHeader({ alg: "ES256", kid: "k1" }).sign(pair.privateKey);
  };

  const call = async (method: "GET" | "POST", path: string, officer: string, sent: Sent): Promise<Answer> =>
    office.ask(method, path, {
      token: `Bearer ${await tokenOf(officer, sent)}`,
      ...(sent.address === undefined ? {} : { address: sent.address }),
      ...(sent.body === undefined ? {} : { body: sent.body }),
      ...(sent.query === undefined ? {} : { query: sent.query }),
    });
  const get = (officer: string, path: string, sent: Sent = {}) => call("GET", path, officer, sent);
  const post = (officer: string, path: string, body: unknown = {}, sent: Sent = {}) =>
    call("POST", path, officer, { ...sent, body });

  /** What somebody asks for, with what is usual left out. */
  const request = (by: string, officer: string, duty: Role, more: Wanted = {}, seat: Seat = {}) =>
    post(
      by,
      "/v1/rights/requests",
      { officer, duty, department: "pension", from: clock().slice(0, 10), until: "2027-03-31", ...more },
      seat,
    );
  const decide = (by: string, requestId: string, body: object = { decision: "approve" }, seat: Seat = {}) =>
    post(by, `/v1/rights/requests/${requestId}/decision`, body, seat);

  /** A right asked for by a 所属長 of 年金担当, or for another department by 利用者管理, and approved by one who may. */
  const grant = async (officer: string, duty: Role, more: Wanted = {}): Promise<Answer["body"]> => {
    const { department = "pension" } = more;
    const asked =
      department === "pension"
        ? await request(head, officer, duty, more)
        : await request("steward-of-tests", officer, duty, more, { department: "information-policy" });
    if (asked.status !== 201) throw new Error(JSON.stringify(asked.body));
    const byPension = decidersOf({ duty, department }).includes("pension");
    const decided = await decide(byPension ? otherHead : policyHead, asked.body.requestId);
    if (decided.status !== 200) throw new Error(JSON.stringify(decided.body));
    return decided.body.right;
  };

  /** Somebody of 利用者管理, who may ask for rights anywhere. */
  const appointSteward = async (officer = "steward-of-tests") => {
    const asked = await request(policyHead, officer, "steward", { department: "information-policy" });
    return (await decide(head, asked.body.requestId)).body.right;
  };

  const trail = () => database.dump("audit").map((item) => JSON.parse(String(item.entry)));

  return { ...office, database, clock, move, tokenOf, get, post, request, decide, grant, appointSteward, trail };
};
