import { createHash, randomBytes } from "node:crypto";
import * as z from "zod";

/** A console of this machine, wherever its port is. */
const loopback = z.url().refine((address) => ["127.0.0.1", "localhost"].includes(new URL(address).hostname));

export const authorizationRequest = z.object({
  response_type: z.literal("code"),
  client_id: z.string().min(1),
  redirect_uri: loopback,
  state: z.string().min(1),
  nonce: z.string().min(1),
  code_challenge: z.string().length(43),
  code_challenge_method: z.literal("S256"),
});
type AuthorizationRequest = z.infer<typeof authorizationRequest>;

const tokenRequest = z.object({
  grant_type: z.literal("authorization_code"),
  code: z.string(),
  redirect_uri: z.string(),
  client_id: z.string(),
  code_verifier: z.string(),
});

type Granted = { asked: AuthorizationRequest; officer: string };

/** Codes that wait to be exchanged: each once, for the client, the address and the verifier it was made for (RFC 7636 4.6). */
export const authorizationCodes = () => {
  const waiting = new Map<string, Granted>();
  return {
    grant: (granted: Granted): string => {
      const code = randomBytes(24).toString("base64url");
      waiting.set(code, granted);
      return code;
    },
    exchange: (form: URLSearchParams): Granted | undefined => {
      const parsed = tokenRequest.safeParse(Object.fromEntries(form));
      if (!parsed.success) return undefined;
      const { code, redirect_uri, client_id, code_verifier } = parsed.data;
      const granted = waiting.get(code);
      waiting.delete(code);
      const challenge = createHash("sha256").update(code_verifier).digest("base64url");
      const fits =
        granted?.asked.redirect_uri === redirect_uri &&
        granted.asked.client_id === client_id &&
        granted.asked.code_challenge === challenge;
      return fits ? granted : undefined;
    },
  };
};
