import type { Signer } from "../../../shared/audit/signature.ts";
import type { TrailFiles } from "../../../shared/stores/trail-files.ts";
import type { StorePorts } from "../../ports.ts";

/** What makes the chain: the table it reads, the locked bucket it adds to, and the key it signs with. */
export interface DigestPorts extends Pick<StorePorts, "database" | "clock" | "log"> {
  readonly trail: TrailFiles;
  readonly signer: Signer;
}

/** Something lies in the bucket that this job would not have put there. It is kept; the chain does not go on over it. */
export class TrailDiffers extends Error {
  readonly place: string;
  constructor(place: string) {
    super("the trail is not as it was written");
    this.name = "TrailDiffers";
    this.place = place;
  }
}
