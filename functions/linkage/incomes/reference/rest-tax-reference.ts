import { type TaxQuestion, type TaxReferenceParameter, taxAnswer } from "../../../../shared/contracts/tax-reference.ts";
import { accessTokens, type ReferencePorts } from "./access-token.ts";
import { parsedJson } from "./parsed-json.ts";
import { post } from "./post.ts";
import type { ReferenceAnswer, TaxReference } from "./tax-reference.ts";

/** Milliseconds. Token and question, each tried twice, stay within what the API waits. */
const timeout = 6_000;

const answerIn = (text: string): ReferenceAnswer => {
  const answer = taxAnswer.safeParse(parsedJson(text));
  if (!answer.success || answer.data.income === undefined) return { ok: false, fault: "unreadable" };
  return answer.data.income === null ? { ok: false, fault: "absent" } : { ok: true, row: answer.data.income };
};

/** 庁内データ連携 over REST, in the stand-in form `standin-1`. A token that is refused is fetched anew, once. */
export const restTaxReference = (parameter: TaxReferenceParameter, ports: ReferencePorts): TaxReference => {
  const tokens = accessTokens(parameter, ports);

  const ask = async (question: TaxQuestion, mayRetry: boolean): Promise<ReferenceAnswer> => {
    const token = await tokens.get();
    if (!token.ok) return token;
    const posted = await post({
      url: parameter.url,
      headers: { "content-type": "application/json", authorization: `Bearer ${token.token}` },
      body: JSON.stringify(question),
      timeout,
    });
    if (!posted.ok) return posted;
    if (posted.status === 401 && mayRetry) {
      tokens.drop();
      return ask(question, false);
    }
    if (posted.status >= 500) return { ok: false, fault: "unreachable" };
    return posted.status === 200 ? answerIn(posted.text) : { ok: false, fault: "refused" };
  };

  return { ask: (atenaNumber, incomeYear) => ask({ form: "standin-1", atenaNumber, incomeYear }, true) };
};
