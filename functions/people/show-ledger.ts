import { may } from "../../shared/access/may.ts";
import { problem } from "../../shared/contracts/problems.ts";
import { ledgerQuery } from "../../shared/contracts/requests.ts";
import { today } from "../../shared/domain/filing.ts";
import { itemsOf } from "../../shared/domain/items-of.ts";
import { factsOn, foldLedger, knownBy, periodOn } from "../../shared/domain/ledger.ts";
import { type LedgerEvent, ledgerEntry } from "../../shared/domain/ledger-events.ts";
import type { Call } from "../../shared/http/call.ts";
import { faultsOf } from "../../shared/http/faults.ts";
import type { Reply } from "../../shared/http/respond.ts";
import { monthOf } from "../../shared/law/calendar.ts";
import { maskPerson, type Viewer } from "../../shared/protection/mask-person.ts";
import { ledgerOf } from "../../shared/stores/people.ts";
import type { StorePorts } from "../ports.ts";
import { viewerOf } from "../viewer.ts";
import { periodView } from "./person-view.ts";
import { readPerson } from "./read-person.ts";
import { itemsBesideRecipients } from "./recipient-items.ts";
import { reliefsView } from "./relief-view.ts";

/** What an entry tells, masked. Of a right whoever may not look at rights sees that something befell it, and when. */
const eventView = (event: LedgerEvent, addressProtected: boolean, viewer: Viewer, seesRecipients: boolean) => {
  if (event.kind === "recipient-recorded") {
    const { right, ...told } = event;
    return seesRecipients
      ? { ...told, right: { ...right, facts: maskPerson(right.facts, addressProtected, viewer) } }
      : told;
  }
  return "facts" in event ? { ...event, facts: maskPerson(event.facts, addressProtected, viewer) } : event;
};

/** The ledger itself: every entry known by `knownOn`, the periods and 免除 they give, and the facts, the period and the 免除 of `asOf`. */
export const showLedger =
  (ports: StorePorts) =>
  async (call: Call): Promise<Reply> => {
    const asked = ledgerQuery.safeParse(call.query);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    const seesRecipients = may(call.caller, "showBenefits");
    const items = seesRecipients ? itemsOf(ledgerEntry) : itemsBesideRecipients;
    const loaded = await readPerson(call, ports, { items: () => items });
    if ("problem" in loaded) return loaded;
    const { asOf = today(call.occasion), knownOn = today(call.occasion) } = asked.data;
    const entries = knownBy(await ledgerOf(ports.database, loaded), knownOn);
    const person = foldLedger(entries);
    const { periods } = person;
    const period = periodOn(periods, asOf);
    const facts = factsOn(entries, asOf);
    const { addressProtected } = loaded.person;
    const viewer = viewerOf(call);
    return {
      status: 200,
      body: {
        asOf,
        knownOn,
        facts: facts && maskPerson(facts, addressProtected, viewer),
        period: period ? periodView(period) : null,
        periods: periods.map(periodView),
        reliefs: reliefsView(person, monthOf(asOf)),
        entries: entries.map((entry) => ({
          ...entry,
          events: entry.events.map((event) => eventView(event, addressProtected, viewer, seesRecipients)),
        })),
      },
    };
  };
