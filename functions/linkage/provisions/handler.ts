import { environments } from "../../../shared/contracts/environment.ts";
import { serve } from "../../../shared/http/serve.ts";
import { apiPorts } from "../../ports.ts";
import { provideItems } from "./provide-items.ts";

const ports = apiPorts("provisions", environments.provisions.parse(process.env));

export const handler = serve("provisions", ports, {
  provideItems: provideItems(ports),
});
