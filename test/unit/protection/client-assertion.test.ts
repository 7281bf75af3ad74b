import { createSecretKey, randomBytes } from "node:crypto";
import type { KMSClient } from "@aws-sdk/client-kms";
import { jwtVerify } from "jose";
import { describe, expect, it } from "vitest";
import { clientAssertion } from "../../../shared/protection/client-assertion.ts";
import { kmsMac, memoryMac } from "../../../shared/protection/mac.ts";

const secret = randomBytes(32);
const about = { clientId: "kokunen", audience: "https://renkei.ward.example", issuedAt: 1_795_400_000, id: "A1" };

describe("a client assertion", () => {
  it("is what a library of its own verifies, for one minute and one audience", async () => {
    const assertion = await clientAssertion(about, memoryMac(createSecretKey(secret)));
    const verify = (seconds: number, audience: string = about.audience, key: Uint8Array = secret) =>
      jwtVerify(assertion, key, {
        algorithms: ["HS256"],
        audience,
        currentDate: new Date((about.issuedAt + seconds) * 1000),
      });
    expect((await verify(59)).payload).toEqual({
      iss: "kokunen",
      sub: "kokunen",
      aud: about.audience,
      jti: "A1",
      iat: about.issuedAt,
      exp: about.issuedAt + 60,
    });
    await expect(verify(61)).rejects.toThrow();
    await expect(verify(0, "https://elsewhere.example")).rejects.toThrow();
    await expect(verify(0, about.audience, randomBytes(32))).rejects.toThrow();
  });
});

describe("a MAC of KMS", () => {
  const kms = (answer: object, asked: object[] = []) =>
    ({
      send: async (command: { input: object }) => {
        asked.push(command.input);
        return answer;
      },
      // Only `send` is called; a whole client would open connections.
    }) as unknown as KMSClient;

  it("is asked of the one key, with HMAC-SHA-256", async () => {
    const asked: object[] = [];
    const mac = kmsMac(kms({ Mac: Uint8Array.of(1, 2) }, asked), "arn:aws:kms:key");
    expect(await mac("header.claims")).toEqual(Uint8Array.of(1, 2));
    expect(asked).toEqual([
      { KeyId: "arn:aws:kms:key", MacAlgorithm: "HMAC_SHA_256", Message: Buffer.from("header.claims") },
    ]);
  });

  it("that does not come is no signature", async () => {
    await expect(kmsMac(kms({}), "arn:aws:kms:key")("x")).rejects.toThrow(/without a MAC/);
  });
});
