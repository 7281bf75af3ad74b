import { environments } from "../../../shared/contracts/environment.ts";
import { serve } from "../../../shared/http/serve.ts";
import { apiPorts } from "../../ports.ts";
import { takeFiling } from "../take-filing.ts";

const ports = apiPorts("qualification", environments.qualification.parse(process.env));

export const handler = serve("qualification", ports, {
  "file:acquisition": takeFiling("acquisition", ports),
  "file:change-from-category-2": takeFiling("change-from-category-2", ports),
  "file:change-from-category-3": takeFiling("change-from-category-3", ports),
  "file:loss": takeFiling("loss", ports),
});
