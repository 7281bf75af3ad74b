import { problem } from "../../shared/contracts/problems.ts";
import { ledgerQuery } from "../../shared/contracts/requests.ts";
import { today } from "../../shared/domain/filing.ts";
import { itemsOf } from "../../shared/domain/items-of.ts";
import { factsOn, foldLedger, knownBy, periodOn } from "../../shared/domain/ledger.ts";
import { ledgerEntry } from "../../shared/domain/ledger-events.ts";
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
import { reliefsView } from "./relief-view.ts";

/** The ledger itself: every entry known by `knownOn`, the periods and 免除 they give, and the facts, the period and the 免除 of `asOf`. */
export const showLedger =
  (ports: StorePorts) =>
  async (call: Call): Promise<Reply> => {
    const asked = ledgerQuery.safeParse(call.query);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    const loaded = await readPerson(call, ports, { items: itemsOf(ledgerEntry) });
    if ("problem" in loaded) return loaded;
    const { asOf = today(call.occasion), knownOn = today(call.occasion) } = asked.data;
    const entries = knownBy(await ledgerOf(ports.database, loaded), knownOn);
    const person = foldLedger(entries);
    const { periods } = person;
    const period = periodOn(periods, asOf);
    const facts = factsOn(entries, asOf);
    const masked = <Facts extends object>(held: Facts): Facts =>
      maskPerson(held, loaded.person.addressProtected, viewerOf(call));
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
          events: entry.events.map((event) => {
            if ("facts" in event) return { ...event, facts: masked(event.facts) };
            return "right" in event ? { ...event, right: masked(event.right) } : event;
          }),
        })),
      },
    };
  };
