import { environments } from "../../shared/contracts/environment.ts";
import { serve } from "../../shared/http/serve.ts";
import { apiPorts } from "../ports.ts";
import { listNotices } from "./list-notices.ts";
import { prepareNotices } from "./prepare-notices.ts";
import { settleNotice } from "./settle-notice.ts";

const ports = apiPorts("notices", environments.notices.parse(process.env));

export const handler = serve("notices", ports, {
  prepareNotices: prepareNotices(ports),
  listNotices: listNotices(ports),
  settleNotice: settleNotice(ports),
});
