import { type Check, eachResource } from "./template.ts";

const japan = new Set(["ap-northeast-1", "ap-northeast-3"]);

/** AWS region names as they appear in ARNs, service names and replica lists. */
const regionName = /\b(?:af|ap|ca|cn|eu|eusc|il|me|mx|sa|us|us-gov)-(?:(?:north|south)?(?:east|west)?|central)-\d\b/g;

/** Everything is deployed to, copied to, and named in Tokyo and Osaka alone. */
export const japanOnly: Check = (templates) => [
  ...templates
    .filter(({ region }) => !japan.has(region))
    .flatMap(({ stack, region, resources }) =>
      Object.keys(resources).map((logicalId) => ({
        rule: "japan-only",
        stack,
        logicalId,
        location: "Type",
        description: `a resource in ${region}`,
      })),
    ),
  ...eachResource((resource) =>
    [...new Set(JSON.stringify(resource).match(regionName) ?? [])]
      .filter((region) => !japan.has(region))
      .map((region) => ({ rule: "japan-only", location: "Properties", description: `names ${region}` })),
  )(templates),
];
