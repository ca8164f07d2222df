#ifndef TRANCHE_TESTS_SOURCE_GZIP_H_
#define TRANCHE_TESTS_SOURCE_GZIP_H_

#include <zlib.h>

#include <string>
#include <string_view>

#include "gtest/gtest.h"

namespace tranche {

/// `plain` as a gzip file.
inline std::string Gzip(std::string_view plain) {
  z_stream state = {};
  EXPECT_EQ(deflateInit2(&state, 6, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
  std::string packed(deflateBound(&state, plain.size()), '\0');
  state.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(plain.data()));
  state.avail_in = static_cast<uInt>(plain.size());
  state.next_out = reinterpret_cast<Bytef*>(packed.data());
  state.avail_out = static_cast<uInt>(packed.size());
  EXPECT_EQ(deflate(&state, Z_FINISH), Z_STREAM_END);
  packed.resize(state.total_out);
  deflateEnd(&state);
  return packed;
}

}  // namespace tranche

#endif  // TRANCHE_TESTS_SOURCE_GZIP_H_
