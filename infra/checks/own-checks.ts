import { closedNetwork } from "./closed-network.ts";
import { customerKeys } from "./customer-keys.ts";
import { japanOnly } from "./japan-only.ts";
import { noWildcards } from "./no-wildcards.ts";
import type { Check } from "./template.ts";

const checks = [closedNetwork, japanOnly, customerKeys, noWildcards] as const;

/** All of this project's own rules over the templates of one environment. */
export const ownChecks: Check = (templates) => checks.flatMap((check) => check(templates));
