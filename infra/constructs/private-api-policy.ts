import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement } from "aws-cdk-lib/aws-iam";

/** Lets calls in through the named VPC endpoints and refuses every other way, in so many words. */
export const privateApiPolicy = (endpointIds: readonly string[]): PolicyDocument => {
  const invoke = {
    principals: [new AnyPrincipal()],
    actions: ["execute-api:Invoke"],
    resources: ["execute-api:/ward/*"],
  };
  return new PolicyDocument({
    statements: [
      new PolicyStatement({
        ...invoke,
        sid: "ThroughTheWard",
        conditions: { StringEquals: { "aws:SourceVpce": [...endpointIds] } },
      }),
      new PolicyStatement({
        ...invoke,
        sid: "NoOtherWay",
        effect: Effect.DENY,
        resources: ["execute-api:/*"],
        conditions: { StringNotEquals: { "aws:SourceVpce": [...endpointIds] } },
      }),
    ],
  });
};
