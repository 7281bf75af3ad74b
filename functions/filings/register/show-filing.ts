import { problem } from "../../../shared/contracts/problems.ts";
import { flows } from "../../../shared/flows/catalogue.ts";
import type { Call } from "../../../shared/http/call.ts";
import type { Reply } from "../../../shared/http/respond.ts";
import { maskPerson } from "../../../shared/protection/mask-person.ts";
import { keepTrail } from "../../../shared/stores/audit.ts";
import { findFiling, openFiling } from "../../../shared/stores/filings.ts";
import { loadedPerson, personRows } from "../../../shared/stores/people.ts";
import { namesakeCodes } from "../../people/namesake.ts";
import type { StorePorts } from "../../ports.ts";
import { itemsSeen, viewerOf } from "../../viewer.ts";
import { filingView } from "../filing-view.ts";
import { itemsShown } from "../income-of.ts";

/** One 届出, whole: what was filed, its history, and the words between officers. The entry is there before the answer leaves. */
export const showFiling =
  (ports: StorePorts) =>
  async (call: Call): Promise<Reply> => {
    const filing = await findFiling(ports.database, call.params.filingId);
    if (!filing) return problem("not-found");
    const viewer = viewerOf(call);
    const index = await ports.keyring.index();
    const rows = await ports.database.getAll(personRows(filing.personId));
    const { key, person } = await loadedPerson(filing.personId, rows, ports.keyring);
    const { content, notes, assessment, papers } = openFiling(key, filing);
    await keepTrail(
      ports.database,
      call.trail({
        subjects: [index.auditSubject(filing.personId)],
        object: filing.filingId,
        items: itemsSeen(itemsShown(flows[filing.flow]), viewer),
        // 傷病名 and the like are seen for their own purpose; all else of a 届出 for the 届出.
        purpose: viewer.seesMedical ? "medical" : "filing",
        codes: namesakeCodes(call, index, [person.facts]),
      }),
    );
    return {
      status: 200,
      body: {
        ...filingView(filing, { assessment, papers, content }),
        content: {
          ...content,
          person: maskPerson(content.person, person.addressProtected, viewer),
          details: maskPerson(content.details, person.addressProtected, viewer),
        },
        notes,
        history: filing.history,
      },
    };
  };
