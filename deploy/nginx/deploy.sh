#!/bin/sh
# Puts a release in place in one step: deploy.sh SITE RELEASE
#   SITE     the folder that holds releases/ and the link `current` that the server's root names
#   RELEASE  the folder that `cargo xtask release` wrote (dist.tar.zst, SHA256SUMS, build-info.json)
# Roll back: deploy.sh --back SITE NAME (a name in SITE/releases/).
set -eu

point() {
	# `ln -sfn` removes the link before it makes it; a rename replaces it, so that no request finds nothing.
	ln -s "releases/$2" "$1/current.new"
	mv -T "$1/current.new" "$1/current"
}

if [ "${1:-}" = --back ]; then
	[ -f "$2/releases/$3/index.html" ] || { echo "deploy.sh: no release $2/releases/$3" >&2; exit 1; }
	point "$2" "$3"
	exit 0
fi

site=$1
release=$2
(cd "$release" && sha256sum --check --quiet --strict dist.sha256)
name=$(sha256sum "$release/dist.tar.zst" | cut -c1-16)
mkdir -p "$site/releases"
if [ ! -d "$site/releases/$name" ]; then
	rm -rf "$site/releases/$name.part"
	mkdir "$site/releases/$name.part"
	zstd --quiet --decompress --stdout "$release/dist.tar.zst" | tar -x -C "$site/releases/$name.part"
	# Every file, after the disk has had it: a half unpacked release is never served.
	(cd "$site/releases/$name.part" && sha256sum --check --quiet --strict "$(cd "$OLDPWD" && realpath "$release")/SHA256SUMS")
	mv -T "$site/releases/$name.part" "$site/releases/$name"
fi
point "$site" "$name"
echo "$name"
