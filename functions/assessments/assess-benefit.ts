import { benefitKinds, isBenefitKind } from "../../shared/contracts/benefit-assessments.ts";
import { problem } from "../../shared/contracts/problems.ts";
import { today } from "../../shared/domain/filing.ts";
import type { Call } from "../../shared/http/call.ts";
import type { Reply } from "../../shared/http/respond.ts";
import { standings } from "../people/standings.ts";
import type { StorePorts } from "../ports.ts";
import { benefits } from "./benefit-kinds.ts";
import { benefitSubjectOf } from "./benefit-subject.ts";

/** What a 給付 would come to, with every line that led to it and what stands against it: nothing is stored but the trail. */
export const assessBenefit =
  (ports: StorePorts) =>
  async (call: Call): Promise<Reply> => {
    const { kind } = call.params;
    if (!isBenefitKind(kind)) return problem("not-found");
    const asked = benefits[kind](call.body, today(call.occasion));
    if ("faults" in asked) return problem("invalid-content", asked.faults);
    const subject = await benefitSubjectOf(call, ports, asked.whom, asked.years);
    if ("problem" in subject) return subject;
    return {
      status: 200,
      body: {
        standing: "provisional",
        standingLabel: standings.provisional,
        kind,
        kindLabel: benefitKinds[kind],
        ...asked.estimate(subject),
      },
    };
  };
