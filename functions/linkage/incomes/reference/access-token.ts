import { type TaxReferenceParameter, tokenAnswer } from "../../../../shared/contracts/tax-reference.ts";
import { lettersFrom } from "../../../../shared/domain/ids.ts";
import type { Instant } from "../../../../shared/law/calendar.ts";
import { clientAssertion } from "../../../../shared/protection/client-assertion.ts";
import type { Mac } from "../../../../shared/protection/mac.ts";
import { parsedJson } from "./parsed-json.ts";
import { post } from "./post.ts";
import type { ReferenceFault } from "./tax-reference.ts";

export interface ReferencePorts {
  readonly mac: Mac;
  readonly clock: () => Instant;
  readonly random: (bytes: number) => Uint8Array;
}

/** Milliseconds. */
const timeout = 4_000;
/** Milliseconds before its end from which a token is no longer used. */
const margin = 60_000;

type Token = { readonly ok: true; readonly token: string } | { readonly ok: false; readonly fault: ReferenceFault };

/** Access tokens of OAuth 2.0 client credentials (RFC 6749 §4.4, RFC 7523), one kept until shortly before it expires. */
export const accessTokens = (
  { tokenUrl, clientId, audience, scope }: TaxReferenceParameter,
  { mac, clock, random }: ReferencePorts,
) => {
  let held: { readonly token: string; readonly until: number } | undefined;

  const fetchToken = async (): Promise<Token> => {
    const now = Date.parse(clock());
    const issuedAt = Math.floor(now / 1000);
    const assertion = await clientAssertion({ clientId, audience, issuedAt, id: lettersFrom(random(24)) }, mac);
    const posted = await post({
      url: tokenUrl,
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        client_assertion: assertion,
        ...(scope === "" ? {} : { scope }),
      }).toString(),
      timeout,
    });
    if (!posted.ok) return posted;
    if (posted.status >= 500) return { ok: false, fault: "unreachable" };
    if (posted.status !== 200) return { ok: false, fault: "refused" };
    const answer = tokenAnswer.safeParse(parsedJson(posted.text));
    if (!answer.success) return { ok: false, fault: "unreadable" };
    const { access_token: token, expires_in: seconds } = answer.data;
    held = { token, until: now + seconds * 1000 - margin };
    return { ok: true, token };
  };

  return {
    get: async (): Promise<Token> =>
      held && Date.parse(clock()) < held.until ? { ok: true, token: held.token } : fetchToken(),
    /** The tax system refused it: the next is asked for anew. */
    drop: () => {
      held = undefined;
    },
  };
};
