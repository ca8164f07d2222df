#include "engine/source/row_walk.h"

#include <utility>

namespace tranche {

RowWalk::RowWalk(std::unique_ptr<ByteStream> stream, const TableHead& head,
                 std::vector<std::size_t> wanted)
    : reader_(std::move(stream), head),
      parser_(head, std::move(wanted)),
      rows_before_(head.rows_before_data) {}

absl::StatusOr<std::unique_ptr<RowWalk>> RowWalk::Begin(InputFile& input, const TableHead& head,
                                                        std::vector<std::size_t> wanted) {
  auto stream = input.OpenStream();
  if (!stream.ok()) return stream.status();
  return std::unique_ptr<RowWalk>(new RowWalk(*std::move(stream), head, std::move(wanted)));
}

absl::StatusOr<bool> RowWalk::Next() {
  rows_before_ += block_.rows_read();
  auto more = reader_.Next(&chunk_);
  if (!more.ok() || !*more) {
    block_ = RowBlock();
    return more;
  }
  parser_.Parse(chunk_, &block_);
  return true;
}

}  // namespace tranche
