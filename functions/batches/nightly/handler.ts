import { environments } from "../../../shared/contracts/environment.ts";
import { byTheClock } from "../../by-the-clock.ts";
import { storePorts } from "../../ports.ts";
import { nightlyBatches } from "./nightly-batches.ts";

const ports = storePorts("nightly-batches", environments["nightly-batches"].parse(process.env));

export const handler = byTheClock(ports.log, nightlyBatches(ports));
