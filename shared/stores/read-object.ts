import { GetObjectCommand, NoSuchKey, type S3Client } from "@aws-sdk/client-s3";

/** The whole of an object; undefined where there is none of that name. */
export const readObject = async (s3: S3Client, bucket: string, name: string): Promise<Uint8Array | undefined> => {
  try {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: name }));
    return Body?.transformToByteArray();
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined;
    throw error;
  }
};
