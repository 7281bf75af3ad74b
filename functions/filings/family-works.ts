import { type FlowId, flowIds, flows } from "../../shared/flows/catalogue.ts";
import type { FlowFamily } from "../../shared/flows/define.ts";
import type { Work } from "../../shared/http/serve.ts";
import type { StorePorts } from "../ports.ts";
import { takeFiling } from "./take-filing.ts";

/** The works of one flow family: each of its 届出 is taken in the same way, by its own definition. */
export const familyWorks = (family: FlowFamily, ports: StorePorts): Record<`file:${FlowId}`, Work> =>
  Object.fromEntries(
    flowIds.filter((flow) => flows[flow].family === family).map((flow) => [`file:${flow}`, takeFiling(flow, ports)]),
  ) as Record<`file:${FlowId}`, Work>;
