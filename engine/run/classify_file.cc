#include "engine/run/classify_file.h"

#include <algorithm>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "engine/match/line_judge.h"
#include "engine/source/row_block.h"
#include "engine/source/row_chunk.h"

namespace tranche {
namespace {

/// Hands out the chunks of a file to whoever asks next.
class ChunkQueue {
 public:
  ChunkQueue(std::unique_ptr<ByteStream> stream, const TableHead& head,
             const ClassifyFileOptions& options)
      : reader_(std::move(stream), head, options.chunk_size_bytes), options_(options) {}

  /// False at the end of the file.
  absl::StatusOr<bool> Next(RowChunk* chunk) {
    const std::lock_guard lock(mutex_);
    if (options_.cancelled != nullptr && *options_.cancelled) {
      return absl::CancelledError("stopped");
    }
    auto more = reader_.Next(chunk);
    if (more.ok() && *more && options_.progress) {
      options_.progress(chunk->offset_bytes + chunk->bytes.size());
    }
    return more;
  }

 private:
  std::mutex mutex_;
  RowChunkReader reader_;
  const ClassifyFileOptions& options_;
};

/// One thread's share of the work, with everything it needs to need nobody.
class ChunkWorker {
 public:
  ChunkWorker(const FilePlan& plan, const Matcher& matcher, const RowParser& parser,
              const std::string& file_name, const ClassifyFileOptions& options)
      : plan_(plan),
        parser_(parser),
        builder_(plan, options.selection),
        judge_(matcher, plan.schema(), &signatures_),
        marker_(options.decisions, plan.schema(), &signatures_),
        formatter_(matcher, plan.schema(), file_name, options.wanted),
        wanted_(options.wanted) {}

  void Run(ChunkQueue* queue, ChunkOrder* order) {
    while (!order->stopped()) {
      const auto more = queue->Next(&chunk_);
      if (!more.ok()) return order->Stop(more.status());
      if (!*more) return;
      if (!Work(order)) return;
    }
  }

  absl::Status MergeInto(Tally* tally, FileAccount* account) const {
    account->Merge(builder_.account());
    return tally->Merge(tally_, builder_.groups(), signatures_);
  }

 private:
  bool Work(ChunkOrder* order) {
    parser_.Parse(chunk_, &block_);
    order->PublishRows(chunk_.index, block_.rows_read());
    if (plan_.HandsDown() && !TakeCarry(order)) return false;
    ChunkOutput output;
    builder_.Build(block_, &batch_, &output.rejected);
    judge_.Judge(batch_, &ids_);
    marker_.Mark(batch_, &ids_);
    tally_.Add(batch_, ids_);
    const auto rows_before = order->RowsBefore(chunk_.index);
    if (!rows_before) return false;
    for (RejectedRow& rejected : output.rejected) rejected.row += *rows_before + 1;
    if (wanted_.any()) formatter_.Append(batch_, ids_, signatures_, *rows_before, &output);
    order->Deliver(chunk_.index, std::move(output));
    return true;
  }

  /// Hands down what the rows before this chunk hand down to it. False where the run was stopped.
  bool TakeCarry(ChunkOrder* order) {
    std::optional<RowCarry> carry = order->CarryInto(chunk_.index);
    if (!carry) return false;
    order->PublishCarry(chunk_.index + 1, plan_.HandDown(block_, *carry));
    builder_.BeginAt(*std::move(carry));
    return true;
  }

  const FilePlan& plan_;
  const RowParser& parser_;
  RowChunk chunk_;
  RowBlock block_;
  LineBuilder builder_;
  LineBatch batch_;
  SignatureTable signatures_;
  LineJudge judge_;
  DecisionMarker marker_;
  std::vector<SignatureId> ids_;
  ThreadTally tally_;
  LineFormatter formatter_;
  LineFormatter::Wanted wanted_;
};

}  // namespace

absl::Status ClassifyFile(const FilePlan& plan, InputFile& input, const Matcher& matcher,
                          const ClassifyFileOptions& options, Tally* tally, FileAccount* account) {
  auto stream = input.OpenStream();
  if (!stream.ok()) return stream.status();
  const RowParser parser(plan.head(), plan.wanted_columns());
  ChunkQueue queue(*std::move(stream), plan.head(), options);
  ChunkOrder order(plan.head().rows_before_data, options.write);
  std::vector<std::unique_ptr<ChunkWorker>> workers;
  for (int i = 0; i < std::max(1, options.threads); ++i) {
    workers.push_back(std::make_unique<ChunkWorker>(plan, matcher, parser, input.name(), options));
  }
  std::vector<std::thread> threads;
  for (std::size_t i = 1; i < workers.size(); ++i) {
    threads.emplace_back([&, i] { workers[i]->Run(&queue, &order); });
  }
  workers[0]->Run(&queue, &order);
  for (std::thread& thread : threads) thread.join();
  if (!order.status().ok()) return order.status();
  for (const auto& worker : workers) {
    absl::Status merged = worker->MergeInto(tally, account);
    if (!merged.ok()) return merged;
  }
  if (account->overflow) {
    return absl::OutOfRangeError(input.name() +
                                 ": a sum of amounts is larger than the program can hold exactly");
  }
  return absl::OkStatus();
}

}  // namespace tranche
