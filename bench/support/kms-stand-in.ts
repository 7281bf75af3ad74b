import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { type KeyPurpose, memoryMasterKey } from "../../shared/protection/master-key.ts";

interface Asked {
  readonly EncryptionContext: KeyPurpose;
  readonly CiphertextBlob: string;
}

/** The two operations of KMS that a bundle calls, over loopback, so that it runs with its real client. */
export const startKms = async () => {
  const master = memoryMasterKey();
  const answer = async (target: string | undefined, { EncryptionContext, CiphertextBlob }: Asked) => {
    if (target === "TrentService.GenerateDataKey") {
      const { key, wrapped } = await master.generate(EncryptionContext);
      return {
        KeyId: "bench",
        Plaintext: key.export().toString("base64"),
        CiphertextBlob: Buffer.from(wrapped).toString("base64"),
      };
    }
    if (target !== "TrentService.Decrypt") throw new Error(`KMS was asked for ${target}`);
    const key = await master.unwrap(Buffer.from(CiphertextBlob, "base64"), EncryptionContext);
    return { KeyId: "bench", Plaintext: key.export().toString("base64") };
  };
  const server = createServer(async (request, response) => {
    const asked = (await json(request)) as Asked;
    const body = JSON.stringify(await answer(request.headers["x-amz-target"]?.toString(), asked));
    response.setHeader("content-type", "application/x-amz-json-1.1").end(body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    master,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
