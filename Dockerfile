# duizhao in a container; docs/how-to/container.md says how to build it and run it.
# The base is pinned by digest, npm's packages by package-lock.json; SNAPSHOT (e.g. 20261001T000000Z) pins Debian's packages as well.
ARG BASE=debian:trixie-slim@sha256:a29215f6a35e51e22adffa17f89e9d2ef06214e64a2bad10d765c46aea49f11f

FROM ${BASE} AS debian
ARG SNAPSHOT=
ENV DEBIAN_FRONTEND=noninteractive
RUN if [ -n "$SNAPSHOT" ]; then \
      sed -i "s#http://deb.debian.org/\(debian[a-z-]*\)#http://snapshot.debian.org/archive/\1/$SNAPSHOT#" /etc/apt/sources.list.d/*.sources \
      && echo 'Acquire::Check-Valid-Until "false";' > /etc/apt/apt.conf.d/90snapshot; \
    fi \
    && apt-get update \
    && apt-get install -y --no-install-recommends nodejs \
    && rm -rf /var/lib/apt/lists/*

# Packages and build. The compiler and Node's headers are for nodejieba, where no binary of it can be fetched.
FROM debian AS build
RUN apt-get update \
    && apt-get install -y --no-install-recommends npm python3 make g++ libnode-dev \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /duizhao
COPY package.json package-lock.json .npmrc .puppeteerrc.cjs ./
RUN npm ci --no-audit --no-fund
COPY tsconfig.json ./
COPY src ./src
RUN npm run build && chmod 755 dist/cli.js && npm prune --omit=dev --no-audit --no-fund
COPY templates ./templates
COPY lexicon ./lexicon
COPY schemas ./schemas
COPY corpus ./corpus
COPY examples ./examples
COPY LICENSE CHANGELOG.md ./

# What runs: Node, the headless shell, duizhao. Fonts come with the packages; nothing is fetched at run time.
FROM debian
RUN apt-get update \
    && apt-get install -y --no-install-recommends chromium-headless-shell \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --create-home --uid 1000 duizhao
COPY --from=build /duizhao /duizhao
RUN ln -s /duizhao/dist/cli.js /usr/local/bin/duizhao
# Any user id may run it: what it keeps between runs goes where every user may write.
ENV LANG=C.UTF-8 XDG_CACHE_HOME=/tmp/.cache
USER duizhao
WORKDIR /work
ENTRYPOINT ["duizhao"]
CMD ["doctor"]
