import { namesakeCode } from "../../shared/audit/report/who-saw-whom.ts";
import type { PersonFacts } from "../../shared/domain/person.ts";
import type { Call } from "../../shared/http/call.ts";
import type { BlindIndex } from "../../shared/protection/blind-index.ts";

/** The part of a name before the blank. */
const surnameOf = ({ nameKana }: Pick<PersonFacts, "nameKana">): string => nameKana.split("\u3000")[0] ?? nameKana;

/**
 * The code that a view carries in its entry when somebody who is shown has the surname (カナ) of who looks. Compared are
 * pseudonyms; an officer whose surname nobody registered has no namesakes. 評価書 III-3 その他のリスク1 (業務外の閲覧).
 */
export const namesakeCodes = (
  { caller }: Pick<Call, "caller">,
  index: BlindIndex,
  shown: readonly (PersonFacts | null)[],
): string[] =>
  caller.surname !== undefined &&
  shown.some((facts) => facts !== null && index.auditSurname(surnameOf(facts)) === caller.surname)
    ? [namesakeCode]
    : [];
