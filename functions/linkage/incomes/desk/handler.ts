import { KMSClient } from "@aws-sdk/client-kms";
import { environments } from "../../../../shared/contracts/environment.ts";
import { serve } from "../../../../shared/http/serve.ts";
import { kmsMac } from "../../../../shared/protection/mac.ts";
import { apiPorts, timeouts } from "../../../ports.ts";
import { restTaxReference } from "../reference/rest-tax-reference.ts";
import { notConfigured } from "../reference/tax-reference.ts";
import { decideIncomeCorrection } from "./decide-correction.ts";
import { listIncomeCorrections } from "./list-corrections.ts";
import { referIncome } from "./refer-income.ts";
import { showIncome } from "./show-income.ts";
import { takeIncomes } from "./take-incomes.ts";

const environment = environments.incomes.parse(process.env);
const ports = apiPorts("incomes", environment);
const parameter = environment.TAX_REFERENCE;
const tax =
  parameter === null
    ? notConfigured
    : restTaxReference(parameter, { ...ports, mac: kmsMac(new KMSClient(timeouts), parameter.hmacKeyArn) });

export const handler = serve("incomes", ports, {
  takeIncomes: takeIncomes(ports),
  showIncome: showIncome(ports),
  referIncome: referIncome(ports, tax),
  listIncomeCorrections: listIncomeCorrections(ports),
  decideIncomeCorrection: decideIncomeCorrection(ports),
});
