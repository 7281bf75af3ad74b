import { environments } from "../../../shared/contracts/environment.ts";
import { storePorts } from "../../ports.ts";
import { nightlyBatches } from "./nightly-batches.ts";

export const handler = nightlyBatches(
  storePorts("nightly-batches", environments["nightly-batches"].parse(process.env)),
);
