import {
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectVersionsCommand,
  NoSuchKey,
  type S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";

/** One version of an object, or the mark that it was deleted. */
export interface StoredVersion {
  readonly name: string;
  readonly version: string;
  readonly latest: boolean;
  /** A delete marker: it holds nothing but the name. */
  readonly marker: boolean;
  /** Instant. */
  readonly at: string;
  /** Bytes. */
  readonly size: number;
}

export interface VersionsPage {
  readonly versions: readonly StoredVersion[];
  /** Where the next page goes on; null behind the last. */
  readonly next: string | null;
}

/** The store refuses to let a version go: under Object Lock, say. Asked again, it refuses again. */
export class VersionsStay extends Error {
  constructor() {
    super("versions of objects could not be taken away");
    this.name = "VersionsStay";
  }
}

/** A bucket in all its versions: what erasure lists from, takes away and reads back. */
export interface Versions {
  page(prefix: string, after: string | null): Promise<VersionsPage>;
  /** Undefined when it is gone, or a delete marker. */
  get(name: string, version: string): Promise<Uint8Array | undefined>;
  /** @throws {@link VersionsStay} when one of them is not let go. */
  remove(versions: readonly Pick<StoredVersion, "name" | "version">[]): Promise<void>;
}

/** Every version in a bucket, and every mark that one was deleted. */
export async function* everyVersion(bucket: Pick<Versions, "page">): AsyncGenerator<StoredVersion> {
  for (let after: string | null = null; ; ) {
    const { versions, next } = await bucket.page("", after);
    yield* versions;
    if (next === null) return;
    after = next;
  }
}

/** S3 takes at most this many in one call. */
const most = 1_000;

export const s3Versions = (s3: S3Client, bucket: string): Versions => ({
  page: async (prefix, after) => {
    const [KeyMarker, VersionIdMarker] = after === null ? [] : (JSON.parse(after) as [string, string | undefined]);
    const answer = await s3.send(
      new ListObjectVersionsCommand({
        Bucket: bucket,
        Prefix: prefix,
        ...(KeyMarker === undefined ? {} : { KeyMarker }),
        ...(VersionIdMarker == null ? {} : { VersionIdMarker }),
      }),
    );
    const listed = [
      ...(answer.Versions ?? []).map((each) => ({ ...each, marker: false })),
      ...(answer.DeleteMarkers ?? []).map((each) => ({ ...each, Size: 0, marker: true })),
    ];
    return {
      versions: listed.flatMap(({ Key, VersionId, IsLatest, LastModified, Size, marker }) =>
        Key === undefined
          ? []
          : [
              {
                name: Key,
                version: VersionId ?? "null",
                latest: IsLatest ?? false,
                marker,
                at: (LastModified ?? new Date(0)).toISOString(),
                size: Size ?? 0,
              },
            ],
      ),
      next: answer.IsTruncated ? JSON.stringify([answer.NextKeyMarker, answer.NextVersionIdMarker]) : null,
    };
  },
  get: async (name, version) => {
    try {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: name, VersionId: version }));
      return await Body?.transformToByteArray();
    } catch (error) {
      const gone = error instanceof S3ServiceException && [404, 405].includes(error.$metadata.httpStatusCode ?? 0);
      if (error instanceof NoSuchKey || gone) return undefined;
      throw error;
    }
  },
  remove: async (versions) => {
    for (let from = 0; from < versions.length; from += most) {
      const Objects = versions.slice(from, from + most).map(({ name, version }) => ({ Key: name, VersionId: version }));
      const { Errors } = await s3.send(new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }));
      if (Errors?.length) throw new VersionsStay();
    }
  },
});

/** What a double of a bucket holds: one version by name, or several, oldest first. */
type Held = Map<string, Uint8Array> | Map<string, readonly Uint8Array[]>;

/** A double over the files of another double (`memoryFileStore().files`, `memoryBriefStore().versions`, …). */
export const memoryVersions = (
  files: Held,
  at: (name: string) => string = () => new Date(0).toISOString(),
): Versions => {
  const held = files as Map<string, Uint8Array | readonly Uint8Array[]>;
  const all = (name: string): readonly Uint8Array[] => {
    const there = held.get(name);
    return there === undefined ? [] : there instanceof Uint8Array ? [there] : there;
  };
  return {
    page: async (prefix) => ({
      versions: [...held.keys()]
        .filter((name) => name.startsWith(prefix))
        .toSorted()
        .flatMap((name) =>
          all(name).map((bytes, nth) => ({
            name,
            version: String(nth),
            latest: nth === all(name).length - 1,
            marker: false,
            at: at(name),
            size: bytes.length,
          })),
        ),
      next: null,
    }),
    get: async (name, version) => all(name)[Number(version)],
    remove: async (versions) => {
      for (const { name } of versions) {
        const gone = new Set(versions.filter((each) => each.name === name).map(({ version }) => Number(version)));
        const left = all(name).filter((_, nth) => !gone.has(nth));
        if (left.length === 0) held.delete(name);
        else held.set(name, held.get(name) instanceof Uint8Array ? (left[0] as Uint8Array) : left);
      }
    },
  };
};
