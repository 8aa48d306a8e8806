import CGLPKShims
