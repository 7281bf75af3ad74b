import { environments } from "../../shared/contracts/environment.ts";
import { serve } from "../../shared/http/serve.ts";
import { apiPorts } from "../ports.ts";
import { showList } from "./show-list.ts";

const ports = apiPorts("lists", environments.lists.parse(process.env));

export const handler = serve("lists", ports, {
  showList: showList(ports),
});
