import { useMessages } from '../../language/language.js';
import { participationMessages } from '../../messages/participation.js';

export function GroupHead({ first }: { readonly first: string }) {
  const messages = useMessages(participationMessages);
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        <th scope="col" className="number">
          {messages.invited}
        </th>
        <th scope="col" className="number">
          {messages.done}
        </th>
        <th scope="col" className="number">
          {messages.rate}
        </th>
        <td className="board__bar-head" />
      </tr>
    </thead>
  );
}
