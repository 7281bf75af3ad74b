import { environments } from "../../shared/contracts/environment.ts";
import { serve } from "../../shared/http/serve.ts";
import { apiPorts } from "../ports.ts";
import { findSubject } from "./find-subject.ts";
import { findTerms } from "./find-terms.ts";
import { resolveSubjects } from "./resolve-subjects.ts";
import { searchPeople } from "./search-people.ts";
import { showBenefits } from "./show-benefits.ts";
import { showLedger } from "./show-ledger.ts";
import { showMonths } from "./show-months.ts";
import { showPerson } from "./show-person.ts";

const ports = apiPorts("people", environments.people.parse(process.env));

export const handler = serve("people", ports, {
  showPerson: showPerson(ports),
  showLedger: showLedger(ports),
  showMonths: showMonths(ports),
  showBenefits: showBenefits(ports),
  searchPeople: searchPeople(ports),
  findSubject: findSubject(ports),
  findTerms: findTerms(ports),
  resolveSubjects: resolveSubjects(ports),
});
