import { problem } from "../../shared/contracts/problems.ts";
import { type SearchTerms, searchRequest } from "../../shared/contracts/requests.ts";
import { today } from "../../shared/domain/filing.ts";
import { itemsOf } from "../../shared/domain/items-of.ts";
import { type PersonFacts, personFacts } from "../../shared/domain/person.ts";
import type { Call } from "../../shared/http/call.ts";
import { faultsOf } from "../../shared/http/faults.ts";
import type { Reply } from "../../shared/http/respond.ts";
import { foldKana } from "../../shared/protection/blind-index.ts";
import { keepTrail } from "../../shared/stores/audit.ts";
import { findPeople, loadedPerson, personRows } from "../../shared/stores/people.ts";
import type { StorePorts } from "../ports.ts";
import { itemsSeen, viewerOf } from "../viewer.ts";
import { namesakeCodes } from "./namesake.ts";
import { personView } from "./person-view.ts";
import { purposeOf } from "./purpose.ts";
import { termsOf, ways } from "./search-terms.ts";

/** More people than this are not shown: the search has to be narrowed. 評価書 III-2: 対象者を特定する. */
const mostShown = 20;
/** People of one birthday or one kana looked through at most; a ward of 300,000 has about 15 of each birthday. */
const mostLookedAt = 400;

const fits = (facts: PersonFacts, terms: SearchTerms) =>
  (Object.keys(terms) as (keyof SearchTerms)[]).every((term) => {
    const wanted = terms[term];
    if (wanted === undefined) return true;
    return term === "nameKana" ? foldKana(facts.nameKana) === foldKana(wanted) : facts[term] === wanted;
  });

/** People by number, kana or birthday. The terms travel in the body, never in a URL, and are found by blind index. */
export const searchPeople =
  (ports: StorePorts) =>
  async (call: Call): Promise<Reply> => {
    const purpose = purposeOf(call.purpose);
    if (typeof purpose !== "string") return purpose;
    const asked = searchRequest.safeParse(call.body);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    const terms = asked.data;
    const lead = ways.find(([, term]) => terms[term] !== undefined);
    if (!lead) return problem("invalid-content");

    const index = await ports.keyring.index();
    const ids = await findPeople(ports.database, index, lead[0], String(terms[lead[1]]), mostLookedAt + 1);
    const rows = await ports.database.getAll(ids.slice(0, mostLookedAt).flatMap((id) => personRows(id)));
    const loaded = await Promise.all(
      ids.slice(0, mostLookedAt).map((id, at) => loadedPerson(id, rows.slice(at * 2, at * 2 + 2), ports.keyring)),
    );
    const found = loaded.filter(({ person }) => person.facts !== null && fits(person.facts, terms));
    const shown = found.slice(0, mostShown);
    await keepTrail(
      ports.database,
      call.trail({
        subjects: shown.map(({ personId }) => index.auditSubject(personId)),
        items: itemsSeen(itemsOf(personFacts), viewerOf(call)),
        purpose,
        codes: namesakeCodes(
          call,
          index,
          shown.map(({ person }) => person.facts),
        ),
        terms: termsOf(terms, index),
      }),
    );
    return {
      status: 200,
      body: {
        people: shown.map(({ person }) => personView(person, today(call.occasion), viewerOf(call))),
        more: found.length > shown.length || ids.length > mostLookedAt,
      },
    };
  };
