import { may } from "../../shared/access/may.ts";
import { problem } from "../../shared/contracts/problems.ts";
import { ledgerQuery } from "../../shared/contracts/requests.ts";
import { today } from "../../shared/domain/filing.ts";
import { factsOn, foldLedger, knownBy, periodOn } from "../../shared/domain/ledger.ts";
import type { LedgerEntry, LedgerEvent } from "../../shared/domain/ledger-events.ts";
import type { Call } from "../../shared/http/call.ts";
import { faultsOf } from "../../shared/http/faults.ts";
import type { Reply } from "../../shared/http/respond.ts";
import { monthOf } from "../../shared/law/calendar.ts";
import { maskPerson } from "../../shared/protection/mask-person.ts";
import { ledgerOf } from "../../shared/stores/people.ts";
import type { StorePorts } from "../ports.ts";
import { viewerOf } from "../viewer.ts";
import { periodView } from "./person-view.ts";
import { readPerson } from "./read-person.ts";
import { itemsOfInsured, itemsOfRecipients } from "./recipient-items.ts";
import { reliefsView } from "./relief-view.ts";

type Masked = <Facts extends object>(held: Facts) => Facts;

const rightsIn = (entries: readonly LedgerEntry[]) =>
  entries.flatMap(({ events }) => events.flatMap((event) => (event.kind === "recipient-recorded" ? event.right : [])));

/** Whoever may not look at rights to 給付 sees that something was recorded, and no more. */
const eventView = (event: LedgerEvent, masked: Masked, seesRights: boolean) => {
  if (event.kind === "recipient-recorded")
    return seesRights ? { ...event, right: masked(event.right) } : { kind: event.kind };
  return "facts" in event ? { ...event, facts: masked(event.facts) } : event;
};

/** The ledger itself: every entry known by `knownOn`, the periods and 免除 they give, and the facts, the period and the 免除 of `asOf`. */
export const showLedger =
  (ports: StorePorts) =>
  async (call: Call): Promise<Reply> => {
    const asked = ledgerQuery.safeParse(call.query);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    const { asOf = today(call.occasion), knownOn = today(call.occasion) } = asked.data;
    const seesRights = may(call.caller, "showBenefits");
    const loaded = await readPerson(call, ports, {
      items: ({ entries }) => [
        ...itemsOfInsured,
        ...(seesRights ? itemsOfRecipients(rightsIn(knownBy(entries, knownOn))) : []),
      ],
    });
    if ("problem" in loaded) return loaded;
    const entries = knownBy(await ledgerOf(ports.database, loaded), knownOn);
    const person = foldLedger(entries);
    const { periods } = person;
    const period = periodOn(periods, asOf);
    const facts = factsOn(entries, asOf);
    const masked: Masked = (held) => maskPerson(held, loaded.person.addressProtected, viewerOf(call));
    return {
      status: 200,
      body: {
        asOf,
        knownOn,
        facts: facts && masked(facts),
        period: period ? periodView(period) : null,
        periods: periods.map(periodView),
        reliefs: reliefsView(person, monthOf(asOf)),
        entries: entries.map((entry) => ({
          ...entry,
          events: entry.events.map((event) => eventView(event, masked, seesRights)),
        })),
      },
    };
  };
