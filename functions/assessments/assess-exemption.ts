import { assessmentRequest } from "../../shared/contracts/assessments.ts";
import { problem } from "../../shared/contracts/problems.ts";
import { today } from "../../shared/domain/filing.ts";
import type { Call } from "../../shared/http/call.ts";
import { faultsOf } from "../../shared/http/faults.ts";
import type { Reply } from "../../shared/http/respond.ts";
import { standings } from "../people/standings.ts";
import type { StorePorts } from "../ports.ts";
import { formView } from "./form-view.ts";
import { applicationOn, formsOf } from "./forms.ts";
import { subjectOf } from "./subject.ts";

/** The decision that a 届出 of 免除・猶予 or 学特 would get, without filing it: nothing is stored but the trail. */
export const assessExemption =
  (ports: StorePorts) =>
  async (call: Call): Promise<Reply> => {
    const asked = assessmentRequest.safeParse(call.body);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    const request = asked.data;
    const { filedOn = today(call.occasion) } = request;
    if (filedOn > today(call.occasion))
      return problem("invalid-content", [
        { code: "filed-in-future", detail: "受付日が今日より後です", pointer: "/filedOn" },
      ]);
    const forms = formsOf(request, filedOn);
    const subject = await subjectOf(call, ports, request, [...new Set(forms.map((form) => form.incomeYear))]);
    if ("problem" in subject) return subject;
    return {
      status: 200,
      body: {
        standing: "provisional",
        standingLabel: standings.provisional,
        cycle: request.cycle,
        filedOn,
        forms: forms.map((form) => formView(form, applicationOn(request, form, subject, filedOn))),
      },
    };
  };
